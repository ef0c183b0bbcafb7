package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import luotuo.corpus.Turn;
import luotuo.persona.Persona;

/// Tells which of a cast a line is by: multinomial naive Bayes over runs of one to three letters,
/// as if each of them spoke as much as any other (McCallum and Nigam, 1998), with what each says
/// mixed into what all say (Jelinek and Mercer, 1980). Smoothing by added counts takes whatever is
/// new for a line of those who speak least; the share of mixing was chosen on other casts.
///
/// The persona and those with most lines beside it are told apart, as many as seven; whoever has
/// fewer than twenty lines is left out.
final class CastClassifier {
  private static final int MOST = 7;
  private static final int LEAST_LINES = 20;
  private static final int LONGEST = 3;
  private static final double OWN = 0.3;

  private final Map<String, Counts> speakers;
  private final Counts together;

  private CastClassifier(Map<String, Counts> speakers, Counts together) {
    this.speakers = speakers;
    this.together = together;
  }

  /// How often each run of letters was said, and how many in all.
  private static final class Counts {
    final Map<String, Integer> runs = new HashMap<>();
    int all;

    void add(String line) {
      for (String run : runs(line)) {
        runs.merge(run, 1, Integer::sum);
        all++;
      }
    }
  }

  /// @param lines of the whole cast; the persona goes by its name, whichever it speaks under
  static CastClassifier taught(Persona persona, List<Turn.Said> lines) {
    Map<String, Integer> said = new LinkedHashMap<>();
    lines.forEach(line -> said.merge(speaker(persona, line), 1, Integer::sum));
    Set<String> cast = new HashSet<>();
    said.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_LINES)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .forEach(entry -> cast.add(entry.getKey()));
    cast.add(persona.name());
    Map<String, Counts> speakers = new LinkedHashMap<>();
    Counts together = new Counts();
    for (Turn.Said line : lines) {
      String speaker = speaker(persona, line);
      if (cast.contains(speaker)) {
        speakers.computeIfAbsent(speaker, _ -> new Counts()).add(line.text());
        together.add(line.text());
      }
    }
    return new CastClassifier(speakers, together);
  }

  static String speaker(Persona persona, Turn.Said line) {
    return persona.is(line.speaker()) ? persona.name() : line.speaker();
  }

  /// Who is told apart.
  Set<String> cast() {
    return speakers.keySet();
  }

  /// Who is likeliest to have said this.
  String of(String line) {
    List<String> runs = runs(line);
    String best = "";
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Counts> speaker : speakers.entrySet()) {
      double likely = likely(runs, speaker.getValue());
      if (likely > most) {
        most = likely;
        best = speaker.getKey();
      }
    }
    return best;
  }

  private double likely(List<String> runs, Counts counts) {
    double sum = 0;
    for (String run : runs) {
      double own = (double) counts.runs.getOrDefault(run, 0) / counts.all;
      sum += Math.log(OWN * own + (1 - OWN) * ofAll(run));
    }
    return sum;
  }

  /// What was never said counts as one of all.
  private double ofAll(String run) {
    int said = together.runs.getOrDefault(run, 0) + 1;
    return (double) said / (together.all + together.runs.size() + 1);
  }

  private static List<String> runs(String line) {
    String text = " " + line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
    List<String> runs = new ArrayList<>();
    for (int length = 1; length <= LONGEST; length++) {
      for (int from = 0; from + length <= text.length(); from++) {
        runs.add(text.substring(from, from + length));
      }
    }
    return runs;
  }
}
