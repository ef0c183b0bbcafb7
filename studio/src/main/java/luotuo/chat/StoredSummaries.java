package luotuo.chat;

import java.util.List;
import java.util.Optional;
import luotuo.store.Database;

/// Summaries in the workspace's database, each by the last turn that it covers.
public final class StoredSummaries implements Summaries {
  private final Database database;

  public StoredSummaries(Database database) {
    this.database = database;
    database.migrate(ConversationTables.ROOM, ConversationTables.STEPS);
  }

  @Override
  public Summary of(List<ConversationTurn> history) {
    for (int i = history.size() - 1; i >= 0; i--) {
      Optional<String> text = text(history.get(i).id());
      if (text.isPresent()) {
        return new Summary(text.get(), i + 1);
      }
    }
    return Summary.NOTHING;
  }

  private Optional<String> text(long turn) {
    return database.first("SELECT text FROM summaries WHERE turn = ?", row -> row.text(1), turn);
  }

  @Override
  public void keep(ConversationTurn last, String text) {
    database.update("INSERT OR REPLACE INTO summaries VALUES (?, ?)", last.id(), text);
  }
}
