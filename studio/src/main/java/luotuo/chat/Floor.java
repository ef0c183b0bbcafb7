package luotuo.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import luotuo.persona.Persona;

/// Decides who speaks next in a talk among several: whoever was named, else whoever was asked back,
/// else the one whose turn the model finds likeliest, and where no model tells that, the one who
/// has been silent for longest. Only who heard the last line can take it up, and nobody is
/// forgotten: who has been silent for twice as many lines as there are members comes before the
/// likeliest.
final class Floor {
  private static final int LEAST_NAME = 2;

  private final List<Persona> members;
  private final Optional<Likeliest> likeliest;

  Floor(List<Persona> members, Optional<Likeliest> likeliest) {
    this.members = List.copyOf(members);
    this.likeliest = likeliest;
  }

  /// Empty where the last line was heard by nobody else.
  Optional<Persona> next(List<GroupLine> lines) {
    return lines.isEmpty()
        ? members.stream().findFirst()
        : named(lines)
            .or(() -> asked(lines))
            .or(() -> inTurn(lines).filter(member -> isForgotten(member, lines)))
            .or(() -> likeliest.flatMap(model -> model.of(able(lines), lines)))
            .or(() -> inTurn(lines));
  }

  /// Whoever the last line calls by a name, the first of several.
  Optional<Persona> named(List<GroupLine> lines) {
    String text = lines.getLast().text();
    return able(lines).stream()
        .filter(member -> place(member, text) >= 0)
        .min(Comparator.comparingInt(member -> place(member, text)));
  }

  /// Whoever spoke before the last speaker, where that one asks back.
  private Optional<Persona> asked(List<GroupLine> lines) {
    GroupLine last = lines.getLast();
    boolean asks = last.text().matches("(?s).*(你|您|\\b[Yy]ou\\b).*[?？]\\s*");
    return asks
        ? lines.reversed().stream()
            .map(GroupLine::speaker)
            .filter(speaker -> !speaker.equals(last.speaker()))
            .findFirst()
            .flatMap(speaker -> able(lines).stream().filter(m -> m.is(speaker)).findFirst())
        : Optional.empty();
  }

  private Optional<Persona> inTurn(List<GroupLine> lines) {
    return able(lines).stream().min(Comparator.comparingInt(member -> spoke(member, lines)));
  }

  private boolean isForgotten(Persona member, List<GroupLine> lines) {
    return lines.getLast().number() - spoke(member, lines) >= 2 * members.size();
  }

  private List<Persona> able(List<GroupLine> lines) {
    GroupLine last = lines.getLast();
    return members.stream()
        .filter(member -> last.heard().contains(member.name()))
        .filter(member -> !member.name().equals(last.speaker()))
        .toList();
  }

  /// Number of the member's latest line; 0 where there is none.
  private static int spoke(Persona member, List<GroupLine> lines) {
    return lines.reversed().stream()
        .filter(line -> line.speaker().equals(member.name()))
        .mapToInt(GroupLine::number)
        .findFirst()
        .orElse(0);
  }

  private static int place(Persona member, String text) {
    return member.names().stream()
        .filter(name -> name.length() >= LEAST_NAME)
        .mapToInt(text::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }
}
