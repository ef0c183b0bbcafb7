package luotuo.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;

/// A conversation as text to keep elsewhere.
public final class ConversationExport {
  private ConversationExport() {}

  /// One JSON object a turn and line, with everything that is stored.
  public static String jsonLines(ConversationSummary conversation, List<ConversationTurn> turns) {
    StringBuilder lines = new StringBuilder();
    for (ConversationTurn turn : turns) {
      lines.append(Json.write(fields(conversation, turn))).append('\n');
    }
    return lines.toString();
  }

  private static Map<String, Object> fields(
      ConversationSummary conversation, ConversationTurn turn) {
    Reply reply = turn.reply();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("conversation", conversation.id());
    fields.put("persona", conversation.persona());
    fields.put("number", turn.number());
    fields.put("at", turn.at().toString());
    fields.put("asker", turn.asker());
    fields.put("question", reply.question());
    fields.put("reply", reply.text());
    fields.put("outOfScope", reply.outOfScope());
    fields.put("voice", reply.voice());
    fields.put("why", reply.why());
    fields.put("millis", reply.millis());
    fields.put("evidence", reply.evidence());
    return fields;
  }

  /// For people: who said what, and under each reply what it rests on.
  ///
  /// @param nobody what to call an asker without a name, such as `You`
  public static String markdown(
      ConversationSummary conversation, List<ConversationTurn> turns, String nobody) {
    TalkPage page =
        new TalkPage(conversation.persona() + " · " + conversation.id())
            .line(conversation.created().toString());
    for (ConversationTurn turn : turns) {
      page.say(turn.asker().isEmpty() ? nobody : turn.asker(), turn.reply().question());
      page.say(conversation.persona(), turn.reply().text());
      turn.reply().evidence().stream().findFirst().ifPresent(page::rest);
    }
    return page.toString();
  }
}
