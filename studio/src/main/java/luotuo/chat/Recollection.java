package luotuo.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import luotuo.corpus.Source;
import luotuo.memory.Fact;
import luotuo.memory.Remembered;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// Says what the one who asks has told before, in their own words; or that they never told it.
final class Recollection {
  private static final Map<String, String> CHINESE =
      Map.of("told", "你说过：“%s”", "changed", "你说过：“%s” 更早的时候你说的是：“%s”", "untold", "这个你没有跟我说过。");
  private static final Map<String, String> ENGLISH =
      Map.of(
          "told", "You told me: \"%s\"",
          "changed", "You told me: \"%s\" Before that you had said: \"%s\"",
          "untold", "You have not told me that.");

  /// Under this relevance a memory is hardly what was asked for.
  private static final double NEAR = 0.2;

  private final Map<String, String> words;

  Recollection(Persona persona) {
    this.words = persona.language() == Language.ZH ? CHINESE : ENGLISH;
  }

  /// What may be said to a question about the asker; the surest first.
  Stream<Voice.Answer> told(Voice.Question question) {
    return sure(question).map(this::told);
  }

  /// That it was never told.
  Voice.Answer untold() {
    return new Voice.Answer(
        words.getOrDefault("untold", ""), true, List.of(), "nothing that the asker told is near");
  }

  private Voice.Answer told(Remembered memory) {
    Optional<Fact> earlier = memory.earlier();
    String said =
        earlier
            .map(before -> words.getOrDefault("changed", "").formatted(said(memory), before.text()))
            .orElseGet(() -> words.getOrDefault("told", "").formatted(said(memory)));
    return new Voice.Answer(
        said, false, List.of(evidence(memory)), "told by the asker: " + memory.why());
  }

  private static String said(Remembered memory) {
    return memory.fact().text();
  }

  /// Whether nothing that the asker told is likely to answer the question.
  static boolean isSilent(Voice.Question question) {
    return question.memories().stream().allMatch(memory -> memory.relevance() < NEAR);
  }

  /// What is sure of the memories, as evidence.
  static List<Evidence> evidence(Voice.Question question) {
    return sure(question).limit(1).map(Recollection::evidence).toList();
  }

  /// What the asker stated; a conclusion is nothing that they said.
  private static Stream<Remembered> sure(Voice.Question question) {
    return question.memories().stream()
        .filter(memory -> memory.sure() && memory.fact().kind() == Fact.Kind.STATED);
  }

  private static Evidence evidence(Remembered memory) {
    Fact.Origin origin = memory.fact().origin();
    Source source = new Source(origin.called(), origin.number());
    return new Evidence(
        "memory " + memory.fact().id(),
        source,
        said(memory),
        memory.relevance(),
        List.of(),
        Evidence.Found.TOLD);
  }
}
