package luotuo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import luotuo.app.shape.FoundShape;
import luotuo.corpus.Report;
import luotuo.persona.Imported;

/// What an import understood, in words.
final class ImportText {
  private static final int SPEAKERS = 6;
  private static final int REPORTS = 10;

  private final Messages messages;

  ImportText(Messages messages) {
    this.messages = messages;
  }

  /// Three lines on what was understood, remarks, and questions that can be asked.
  List<String> summary(Imported imported) {
    List<String> lines = new ArrayList<>(understood(imported));
    imported.note().map(messages::of).ifPresent(lines::add);
    imported
        .proposedAliases()
        .forEach(
            (alias, why) -> lines.add(messages.of("import.alias", alias, imported.name(), why)));
    if (!imported.questions().isEmpty()) {
      lines.add(messages.of("import.ask"));
      imported.questions().forEach(question -> lines.add("  " + Printable.line(question)));
    }
    return lines;
  }

  private List<String> understood(Imported imported) {
    var counts = imported.counts();
    var lines = imported.lines();
    return List.of(
        messages.of(
            "import." + FoundShape.lower(imported.outcome()),
            imported.name(),
            imported.path(),
            imported.form()),
        messages.of(
            "import.turns",
            counts.scenes(),
            counts.said(),
            counts.did(),
            counts.narrated(),
            counts.passages(),
            speakers(imported)),
        messages.of("import.lines", lines.total(), lines.blank(), lines.kept(), lines.reported()));
  }

  private static String speakers(Imported imported) {
    String most =
        imported.speakers().stream()
            .limit(SPEAKERS)
            .map(speaker -> Printable.line(speaker.name()) + " " + speaker.turns())
            .collect(Collectors.joining(", "));
    return imported.speakers().size() > SPEAKERS ? most + " …" : most;
  }

  /// The lines that became nothing, the first ten of them.
  List<String> reports(Imported imported) {
    List<String> lines = new ArrayList<>();
    imported.reports().stream().limit(REPORTS).forEach(report -> lines.add(line(report)));
    int rest = imported.reports().size() - REPORTS;
    if (rest > 0) {
      lines.add(messages.of("import.moreReports", rest));
    }
    return lines;
  }

  private String line(Report report) {
    String text = Columns.cut(report.text(), 60);
    return "  " + report.source() + "  " + messages.of(report.problem()) + "  " + text;
  }
}
