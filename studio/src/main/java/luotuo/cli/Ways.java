package luotuo.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import luotuo.app.Talk;
import luotuo.chat.Branch;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Voice;
import luotuo.job.Failure;

/// The commands by which a talk goes back, or another way.
final class Ways {
  private final Session session;
  private final Talk talk;
  private final Function<String, Voice.Question> question;
  private final Consumer<Telling.Speech> tell;

  /// @param question what words ask, as things are now
  /// @param tell shows what the persona says
  Ways(
      Session session,
      Talk talk,
      Function<String, Voice.Question> question,
      Consumer<Telling.Speech> tell) {
    this.session = session;
    this.talk = talk;
    this.question = question;
    this.tell = tell;
  }

  /// Another reply to what was said last.
  void again() {
    Voice.Question how = question.apply("");
    tell.accept(pieces -> talk.again(how, pieces));
  }

  /// The next of the replies that were given already; after the last of them another one.
  void swipe() {
    ConversationTurn now = talk.last();
    List<ConversationTurn> all =
        talk.siblings(now).stream()
            .filter(turn -> turn.reply().question().equals(now.reply().question()))
            .toList();
    int next = 1 + all.stream().map(ConversationTurn::id).toList().indexOf(now.id());
    if (next == all.size()) {
      again();
    } else {
      talk.goTo(all.get(next).id());
      show(talk.last());
      session.output().dim(session.words("slash.swiped", next + 1, all.size()));
    }
  }

  /// @param count of turns to take back; empty for one
  void undo(String count) {
    ConversationTurn last = talk.last();
    talk.undo(last.number() + 1 - number(count.isEmpty() ? "1" : count, last.number()));
    session.output().dim(session.words("slash.undone", talk.history().size()));
    if (!talk.history().isEmpty()) {
      show(talk.last());
    }
  }

  /// Says other words in the place of the last.
  void edit(String words) {
    ConversationTurn last = talk.last();
    if (words.isEmpty()) {
      throw Failure.of("slash.editWhat", last.reply().question());
    }
    tell.accept(pieces -> talk.edit(last.number(), question.apply(words), pieces));
  }

  void list() {
    List<Branch> branches = talk.branches();
    if (branches.isEmpty()) {
      session.output().dim(session.words("slash.nothingYet"));
    }
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      String mark = branch.current() ? "›" : " ";
      String last = Columns.cut(branch.last(), Telling.WIDTH / 2);
      session
          .output()
          .line(mark + " " + session.words("slash.branch", i + 1, branch.turns(), last));
    }
  }

  /// @param number of a branch in the list
  void take(String number) {
    List<Branch> branches = talk.branches();
    if (number.isEmpty() || branches.isEmpty()) {
      list();
    } else {
      talk.goTo(branches.get(number(number, branches.size()) - 1).turn());
      show(talk.last());
    }
  }

  private static int number(String text, int most) {
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > most) {
      throw Failure.of("slash.number", text, most);
    }
    return Integer.parseInt(text);
  }

  private void show(ConversationTurn turn) {
    new ReplyText(session).turn(turn, talk.persona().name());
  }
}
