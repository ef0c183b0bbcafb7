package luotuo.prompt;

import java.util.List;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// How the parts of a prompt are worded, in the persona's language.
final class Wording {
  private static final String BETWEEN = "\n\n";

  private final Persona persona;
  private final boolean chinese;

  Wording(Persona persona) {
    this.persona = persona;
    this.chinese = persona.language() == Language.ZH;
  }

  /// Who the persona is: its own instructions, its profile, and what holds for every persona.
  String persona() {
    String name = persona.name();
    String begin =
        persona.instructions().isBlank()
            ? chinese ? "你就是" + name + "，正在和人说话。" : "You are " + name + ", talking with somebody."
            : persona.instructions().strip();
    String profile = persona.profile().strip();
    return String.join("\n", begin, profile, rules(name)).replaceAll("\n{2,}", "\n").strip();
  }

  private String rules(String name) {
    return switch (persona.scope()) {
      case FACTS ->
          chinese
              ? "用"
                  + name
                  + "的口吻、用第一人称，像平时说话那样回答，一般不超过三句。事实只取自给你看的记录，记录里没有的数字、年份、名字一概不编；没有说过的，就直说没说过。只说"
                  + name
                  + "的话，不替别人说话，不写旁白。"
              : "Answer as "
                  + name
                  + ", in the first person, the way one talks, in three sentences at most. Take"
                  + " facts only from the records that you are shown; never make up a number, a"
                  + " year or a name, and say so when something was never told. Speak for "
                  + name
                  + " alone: no words of others, no narration.";
      case PLAY ->
          chinese
              ? "用"
                  + name
                  + "的口吻、用第一人称，像平时说话那样接话，一般不超过三句。给你看的片段是"
                  + name
                  + "经历过的事，语气照着它们来。只说"
                  + name
                  + "的话，不替别人说话，不写旁白。"
              : "Reply as "
                  + name
                  + ", in the first person, the way "
                  + name
                  + " talks, in three sentences at most. The scenes that you are shown are what "
                  + name
                  + " lived through; keep their tone. Speak for "
                  + name
                  + " alone: no words of others, no narration.";
    };
  }

  /// Scenes, the farthest first, so that the nearest stands beside the question.
  String scenes(List<Excerpt> scenes) {
    String head =
        switch (persona.scope()) {
          case FACTS -> chinese ? "你以前说过的话的记录：" : "Records of what you said before:";
          case PLAY -> chinese ? "你经历过的片段：" : "Scenes that you lived through:";
        };
    List<String> texts = scenes.reversed().stream().map(Excerpt::text).toList();
    return head + BETWEEN + String.join(BETWEEN, texts) + BETWEEN;
  }

  /// What is said to the persona now.
  String question(String asker, String question, boolean afterScenes) {
    String words = said(asker, question);
    if (!afterScenes) {
      return words;
    }
    return (chinese ? "现在回答：\n" : "Now reply to this:\n") + words;
  }

  /// What somebody said, with a name where somebody in particular speaks.
  String said(String asker, String words) {
    return asker.isEmpty() ? words : asker + (chinese ? "：" : ": ") + words;
  }
}
