package luotuo.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luotuo.persona.Persona;

/// How the parts of a prompt are worded, by the templates of the persona's language.
final class Wording {
  private static final String BETWEEN = "\n\n";

  private final Persona persona;
  private final Templates templates;

  Wording(Persona persona, Templates templates) {
    this.persona = persona;
    this.templates = templates;
  }

  /// Who the persona is: its own instructions, its profile, and what holds for every persona.
  ///
  /// @param instructions the persona's own, with their slots filled; may be blank
  String persona(String instructions) {
    String begin = instructions.isBlank() ? fill("instructions", Map.of()) : instructions.strip();
    return fill(
        "persona",
        Map.of(
            "instructions", begin,
            "profile", persona.profile().strip(),
            "rules", fill("rules-" + scope(), Map.of())));
  }

  /// Scenes, the farthest first, so that the nearest stands beside the question.
  String scenes(List<Excerpt> scenes) {
    return scenes.isEmpty() ? "" : shown(scenes.reversed().stream().map(Excerpt::text).toList());
  }

  /// The same with a number before each scene, in the order in which they stand, and the wish that
  /// the reply name those that it rests on.
  String numbered(List<Excerpt> scenes) {
    List<String> texts = new ArrayList<>();
    for (Excerpt scene : scenes.reversed()) {
      texts.add("[" + (texts.size() + 1) + "]\n" + scene.text());
    }
    return texts.isEmpty() ? "" : shown(texts) + BETWEEN + fill("cite", Map.of());
  }

  private String shown(List<String> texts) {
    return fill("scenes-" + scope(), Map.of("scenes", String.join(BETWEEN, texts)));
  }

  /// What is remembered of the one who speaks, a line each.
  String memories(List<String> memories) {
    return memories.isEmpty()
        ? ""
        : fill("memories", Map.of("memories", "- " + String.join("\n- ", memories)));
  }

  /// What was said earlier than the history that is shown.
  String summary(String summary) {
    return summary.isBlank() ? "" : fill("summary", Map.of("summary", summary.strip()));
  }

  /// What is said to the persona now.
  ///
  /// @param after whether other parts stand in the same message before it
  String question(String asker, String question, boolean after) {
    String said = said(asker, question);
    return after ? fill("question", Map.of("said", said)) : said;
  }

  /// What somebody said, with a name where somebody in particular speaks.
  String said(String asker, String words) {
    return asker.isEmpty() ? words : fill("said", Map.of("asker", asker, "words", words));
  }

  /// What a model is asked so that it sums up a part of the talk.
  String summarise(String summary, String talk) {
    return fill("summarise", Map.of("summary", summary, "talk", talk));
  }

  private String scope() {
    return persona.scope().name().toLowerCase(Locale.ROOT);
  }

  private String fill(String template, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("name", persona.name());
    return templates.fill(template, all);
  }
}
