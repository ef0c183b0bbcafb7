package luotuo.server.api;

import java.util.List;
import java.util.Map;
import luotuo.app.shape.ReplyShape;
import luotuo.chat.Branch;
import luotuo.chat.ConversationSummary;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Reply;

/// A conversation as JSON, with the turns that lead to where it is now.
///
/// @param model that it was begun with; empty where none was named
/// @param created in UTC, as ISO 8601 has it, like all times
/// @param branches how many ends it has
record ConversationShape(
    String id,
    String persona,
    String model,
    String created,
    String last,
    List<Turn> turns,
    int branches) {

  /// A conversation in a list.
  ///
  /// @param turns how many lead to where it is now
  /// @param opening the first thing that was said in it; may be empty
  record Item(
      String id,
      String persona,
      String model,
      String created,
      String last,
      int turns,
      String opening) {
    static Item of(ConversationSummary conversation) {
      return new Item(
          conversation.id(),
          conversation.persona(),
          conversation.model(),
          conversation.created().toString(),
          conversation.last().toString(),
          conversation.turns(),
          conversation.opening());
    }
  }

  /// A turn.
  ///
  /// @param turn its id
  /// @param number its place on its way, from 1
  /// @param asker who spoke to the persona; empty where nobody in particular
  /// @param siblings the turns at this place, this one included, oldest first: other replies and
  ///   other words
  record Turn(
      long turn,
      int number,
      String asker,
      String question,
      String reply,
      boolean outOfScope,
      List<ReplyShape.Quoted> evidence,
      String voice,
      String why,
      long millis,
      ReplyShape.Tokens tokens,
      String at,
      List<Long> siblings) {

    /// @param forks of the conversation
    static Turn of(ConversationTurn turn, Map<Long, List<Long>> forks) {
      Reply reply = turn.reply();
      return new Turn(
          turn.id(),
          turn.number(),
          turn.asker(),
          reply.question(),
          reply.text(),
          reply.outOfScope(),
          reply.evidence().stream().map(ReplyShape.Quoted::of).toList(),
          reply.voice(),
          reply.why(),
          reply.millis(),
          ReplyShape.Tokens.of(reply.usage()),
          turn.at().toString(),
          forks.getOrDefault(turn.parent(), List.of(turn.id())));
    }
  }

  /// An end of a conversation.
  ///
  /// @param turn the last turn's id
  /// @param turns how many lead there
  /// @param last what was said to the persona in the last of them
  /// @param current whether the conversation is there now
  record End(long turn, int turns, String last, String at, boolean current) {
    static End of(Branch branch) {
      return new End(
          branch.turn(), branch.turns(), branch.last(), branch.at().toString(), branch.current());
    }
  }

  /// @throws luotuo.job.Failure `conversation.unknown`
  static ConversationShape of(Conversations conversations, String id) {
    ConversationSummary summary = conversations.summary(id);
    Map<Long, List<Long>> forks = conversations.forks(id);
    return new ConversationShape(
        id,
        summary.persona(),
        summary.model(),
        summary.created().toString(),
        summary.last().toString(),
        conversations.turns(id).stream().map(turn -> Turn.of(turn, forks)).toList(),
        conversations.branches(id).size());
  }
}
