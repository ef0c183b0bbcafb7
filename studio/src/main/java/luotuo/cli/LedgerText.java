package luotuo.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luotuo.eval.LedgerEntry;
import luotuo.eval.LedgerRow;
import luotuo.job.Cost;

/// Rows of the ledger for people: a table with its totals, or all of one.
final class LedgerText {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int WIDEST = 24;

  /// The columns of numbers, which are set to the right.
  private static final int FIRST_NUMBER = 5;

  private final Messages messages;
  private final Style style;

  LedgerText(Messages messages, Style style) {
    this.messages = messages;
    this.style = style;
  }

  List<String> table(List<LedgerRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(messages.of("ledger.columns").split("\\|", -1)));
    rows.forEach(row -> cells.add(cells(row)));
    cells.add(total(rows));
    int[] widths = widths(cells);
    List<String> lines = new ArrayList<>();
    cells.forEach(line -> lines.add(line(line, widths)));
    lines.set(0, style.dim(lines.getFirst()));
    lines.set(lines.size() - 1, style.bold(lines.getLast()));
    return lines;
  }

  private static List<String> cells(LedgerRow row) {
    LedgerEntry entry = row.entry();
    Cost cost = entry.cost();
    return List.of(
        String.valueOf(row.id()),
        at(row.at()),
        Columns.cut(entry.what(), WIDEST),
        Columns.cut(entry.subject(), WIDEST),
        Columns.cut(entry.model(), WIDEST),
        String.valueOf(entry.data().rows()),
        String.valueOf(cost.calls()),
        String.valueOf(cost.promptTokens()),
        String.valueOf(cost.replyTokens()),
        seconds(cost.cpuSeconds()),
        seconds(cost.seconds()),
        money(cost.money(), entry.currency()),
        entry.score().map(score -> score(score.value())).orElse(""));
  }

  private List<String> total(List<LedgerRow> rows) {
    Cost cost = rows.stream().map(row -> row.entry().cost()).reduce(Cost.NONE, Cost::plus);
    long worked = rows.stream().mapToLong(row -> row.entry().data().rows()).sum();
    return List.of(
        "",
        messages.of("ledger.total"),
        "",
        "",
        "",
        String.valueOf(worked),
        String.valueOf(cost.calls()),
        String.valueOf(cost.promptTokens()),
        String.valueOf(cost.replyTokens()),
        seconds(cost.cpuSeconds()),
        seconds(cost.seconds()),
        money(rows),
        "");
  }

  /// Each currency by itself.
  private static String money(List<LedgerRow> rows) {
    Map<String, Double> sums = new TreeMap<>();
    for (LedgerRow row : rows) {
      if (row.entry().cost().money() != 0) {
        sums.merge(row.entry().currency(), row.entry().cost().money(), Double::sum);
      }
    }
    return sums.isEmpty()
        ? money(0, "")
        : sums.entrySet().stream()
            .map(sum -> money(sum.getValue(), sum.getKey()))
            .collect(Collectors.joining(" + "));
  }

  private static int[] widths(List<List<String>> cells) {
    int[] widths = new int[cells.getFirst().size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.of(line.get(i)));
      }
    }
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - Columns.of(cells.get(i)));
      line.append(i >= FIRST_NUMBER ? space + cells.get(i) : cells.get(i) + space).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /// A line for each field; what is empty is left out.
  List<String> all(LedgerRow row) {
    LedgerEntry entry = row.entry();
    Cost cost = entry.cost();
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(row.id() + "  " + entry.what() + "  " + Printable.line(entry.subject())));
    add(lines, "ledger.at", row.at().toString());
    add(lines, "ledger.model", entry.model());
    add(lines, "ledger.data", (entry.data().label() + "  " + entry.data().sha256()).strip());
    add(lines, "ledger.rows", String.valueOf(entry.data().rows()));
    add(lines, "ledger.calls", String.valueOf(cost.calls()));
    add(lines, "ledger.tokens", cost.promptTokens() + " + " + cost.replyTokens());
    add(lines, "ledger.seconds", seconds(cost.seconds()));
    add(lines, "ledger.cpuSeconds", seconds(cost.cpuSeconds()));
    add(lines, "ledger.money", money(cost.money(), entry.currency()));
    add(
        lines,
        "ledger.score",
        entry.score().map(s -> score(s.value()) + "  " + s.name()).orElse(""));
    add(lines, "ledger.effort", entry.effort());
    add(lines, "ledger.note", entry.note());
    add(lines, "ledger.version", row.version());
    return lines;
  }

  private void add(List<String> lines, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(Columns.pad(messages.of(key), 16) + "  " + Printable.line(value));
    }
  }

  private static String at(Instant at) {
    return AT.format(at.atZone(ZoneId.systemDefault()));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String money(double money, String currency) {
    String amount = money == 0 ? "0" : String.format(Locale.ROOT, "%.4f", money);
    return (amount + " " + currency).strip();
  }
}
