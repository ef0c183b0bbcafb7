package luotuo.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import luotuo.app.shape.RecallShape;
import luotuo.memory.Fact;
import luotuo.memory.FactChange;
import luotuo.memory.Whose;

/// Memories for people: a line each, under whose they are.
final class MemoryText {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Session session;
  private final Output output;

  MemoryText(Session session) {
    this.session = session;
    this.output = session.output();
  }

  void list(List<Fact> facts) {
    Whose whose = null;
    for (Fact fact : facts) {
      if (!fact.whose().equals(whose)) {
        whose = fact.whose();
        output.line(output.style().bold(heading(whose)));
      }
      one(fact);
    }
  }

  private String heading(Whose whose) {
    String person = whose.person().isEmpty() ? session.words("memory.nobody") : whose.person();
    return session.words("memory.of", Printable.line(whose.persona()), Printable.line(person));
  }

  void one(Fact fact) {
    output.line(
        Columns.pad(String.valueOf(fact.id()), 5)
            + output.style().dim(at(fact.at()) + "  ")
            + Printable.line(fact.text())
            + output.style().dim(state(fact)));
  }

  private String state(Fact fact) {
    if (fact.forgotten()) {
      return "  " + session.words("memory.isForgotten");
    }
    return fact.outdated() ? "  " + session.words("memory.isReplaced", fact.replacedBy()) : "";
  }

  void show(Fact fact, List<FactChange> history, List<Fact> grounds) {
    output.line(output.style().bold(heading(fact.whose())));
    one(fact);
    String turn = fact.origin().called() + ":" + fact.origin().number();
    output.line(
        "     "
            + session.words(
                "memory.about", turn, RecallShape.rounded(fact.importance()), at(fact.recalled())));
    history.forEach(this::step);
    grounds.forEach(this::one);
  }

  private void step(FactChange change) {
    String what =
        switch (change.what()) {
          case WRITTEN -> session.words("memory.written");
          case TOLD_AGAIN -> session.words("memory.toldAgain");
          case REPLACED -> session.words("memory.isReplaced", change.other());
          case EDITED -> session.words("memory.edited");
          case FORGOTTEN -> session.words("memory.isForgotten");
        };
    output.line("     " + at(change.at()) + "  " + what + "  " + Printable.line(change.text()));
  }

  private static String at(Instant at) {
    return AT.format(at.atZone(ZoneId.systemDefault()));
  }
}
