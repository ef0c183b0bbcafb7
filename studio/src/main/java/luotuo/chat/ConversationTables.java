package luotuo.chat;

import java.util.List;
import luotuo.store.Migration;

/// The tables of conversations, step by step.
final class ConversationTables {
  static final String ROOM = "chat";

  static final List<Migration> STEPS =
      List.of(
          new Migration(
              "001-conversations",
              """
              CREATE TABLE conversations (
                id TEXT PRIMARY KEY, persona TEXT NOT NULL, created INTEGER NOT NULL);
              CREATE TABLE turns (
                conversation TEXT NOT NULL REFERENCES conversations (id),
                number INTEGER NOT NULL,
                asker TEXT NOT NULL, question TEXT NOT NULL, reply TEXT NOT NULL,
                out_of_scope INTEGER NOT NULL, voice TEXT NOT NULL, why TEXT NOT NULL,
                millis INTEGER NOT NULL, evidence TEXT NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (conversation, number)) WITHOUT ROWID;
              CREATE INDEX conversations_of ON conversations (persona, created);
              """),
          new Migration(
              "002-usage",
              """
              ALTER TABLE turns ADD COLUMN prompt_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN cached_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN reply_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
              """));

  private ConversationTables() {}
}
