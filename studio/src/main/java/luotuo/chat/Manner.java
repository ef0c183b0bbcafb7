package luotuo.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// What the persona says that is not an answer: small talk, refusals, evasions.
///
/// The persona's own stock comes first; where it has none, plain words of its language serve. The
/// same message at the same point of a conversation always gets the same words.
final class Manner {
  private static final Map<String, List<String>> CHINESE =
      Map.of(
          "hello", List.of("你好，我是{name}。", "你好呀，想聊点什么？"),
          "who", List.of("我是{name}。"),
          "ability", List.of("我说过的事都可以问我。{examples}"),
          "thanks", List.of("不客气。", "别客气，接着聊。"),
          "bye", List.of("再见，下次再聊。", "好，回头见。"),
          "nod", List.of("嗯，还想聊点什么？", "你接着问。"),
          "telling", List.of("好，我记下了。", "嗯，我记着。"),
          "puzzled", List.of("这是什么意思？换句话问我吧。", "我没看明白，你想问什么？"),
          "long", List.of("这么长一段，你想问我其中的哪一点？"),
          "decline", List.of("这个我没有说过，不好乱讲。", "这件事我答不上来，换个问题吧。", "没说过的事，我不编。"));

  private static final Map<String, List<String>> ENGLISH =
      Map.of(
          "hello", List.of("Hello, I am {name}.", "Hello! What shall we talk about?"),
          "who", List.of("I am {name}."),
          "ability", List.of("Ask me about anything that I have told before. {examples}"),
          "thanks", List.of("You are welcome.", "My pleasure."),
          "bye", List.of("Goodbye, until next time.", "See you."),
          "nod", List.of("What else would you like to know?", "Go on."),
          "telling", List.of("I will remember that.", "Noted, I will keep it in mind."),
          "puzzled", List.of("I am not sure what you mean. Could you put it another way?"),
          "long", List.of("That is a long text. What would you like to ask me about it?"),
          "decline",
              List.of(
                  "I have never spoken of that, and I would rather not make it up.",
                  "That I cannot answer. Ask me something else."));

  private final Persona persona;
  private final Evasions evasions;

  Manner(Persona persona) {
    this.persona = persona;
    this.evasions = new Evasions(persona);
  }

  /// @param turn how many turns the conversation has so far
  /// @return all that may be said, what fits this turn first
  Stream<String> smallTalk(Intent intent, int turn) {
    List<String> own = persona.smallTalk().getOrDefault(intent.key(), List.of());
    return from(own.isEmpty() ? plain(intent.key()) : own, turn);
  }

  /// As for [#smallTalk].
  Stream<String> decline(String question, int turn) {
    int place = turn + Math.abs(question.hashCode() % 7);
    return switch (persona.scope()) {
      case PLAY -> from(evasions.of(question), place);
      case FACTS ->
          from(persona.outOfScope().isEmpty() ? plain("decline") : persona.outOfScope(), place);
    };
  }

  private List<String> plain(String key) {
    Map<String, List<String>> stock = persona.language() == Language.ZH ? CHINESE : ENGLISH;
    return stock.getOrDefault(key, List.of());
  }

  private Stream<String> from(List<String> stock, int turn) {
    return IntStream.range(0, stock.size())
        .mapToObj(i -> stock.get(Math.floorMod(turn + i, stock.size())))
        .map(text -> text.replace("{name}", persona.name()).replace("{examples}", examples()));
  }

  private String examples() {
    List<String> some = persona.questions().stream().limit(2).toList();
    if (some.isEmpty()) {
      return "";
    }
    boolean chinese = persona.language() == Language.ZH;
    return chinese ? "比如：" + String.join(" ", some) : "For example: " + String.join(" ", some);
  }
}
