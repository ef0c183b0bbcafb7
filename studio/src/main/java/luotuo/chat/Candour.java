package luotuo.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;

/// Says whether the persona's last reply was made up, where it is asked: that it was, or where it
/// stands, by what that reply rests on.
final class Candour {
  private static final Pattern ASKS_ZH =
      Pattern.compile(
          "^(这|那|刚才|刚刚|你说的|你刚)[这那才个件句段些都说的话事儿可不会]{0,8}(是真的|是真事|真的假的)"
              + "|真有(这|那)(回|种|件|么一回)?事"
              + "|(这|那|刚才|刚刚|你).{0,10}(瞎|胡|乱|现)?(编|杜撰|虚构|瞎说|胡说|即兴)(出来|造)?的(吗|吧|么|[?？])"
              + "|(原(文|著|书|作|剧)|书|小说|剧|故事|剧本)(里|上|中)?.{0,4}(有吗|有没有|有这|有记|写了吗|写过|提过|演过|说过)"
              + "|(是|算)原(话|文)(吗|么|吧)|(有|没有|什么|哪来的)出处|出自(哪|什么)");
  private static final Pattern ASKS_EN =
      Pattern.compile(
          "\\b(made|make|making) (that|this|it|all that|all this) up\\b|\\b(did|have|are|were) you"
              + " (just |really )?(invent|improvis)\\w*|\\bdid (that|this|it)"
              + " (really|actually|ever) happen|\\bis (that|this|any of (that|this)|what you("
              + " just)? (said|told)( me)?)( really| actually)? true\\b(?!"
              + " love)|\\b(is|was|does|did|stands?|come|not|where|say)\\b.{0,24}\\b(in|from) the"
              + " (book|novel|original|show|story|text|script|source)\\b|\\bdoes the"
              + " (book|novel|original|show|story|text|script) (really |actually )?say|\\bis"
              + " (that|this) a (real|true|genuine) (quote|line|story)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, List<String>> CHINESE =
      Map.of(
          "stands", List.of("这个有出处：%s，“%s”", "确有其事，在 %s：“%s”"),
          "leans", List.of("有根据，话是我自己的。根据在 %s：“%s”", "意思从 %s 来，那里说的是：“%s”"),
          "told", List.of("这是你自己说过的：%2$s", "你跟我说的：%2$s"),
          "play", List.of("不瞒你说，那句是我随口编的，原来的故事里没有。", "那是我现编的，别当真，原来的故事里没写。"),
          "facts", List.of("刚才那句没有出处，别当作我说过的事。", "那句话我拿不出根据，你别当真。"));
  private static final Map<String, List<String>> ENGLISH =
      Map.of(
          "stands", List.of("It stands in %s: \"%s\"", "That one is real; see %s: \"%s\""),
          "leans",
              List.of(
                  "The words are mine, but it goes back to %s: \"%s\"",
                  "It comes from %s, where it says: \"%s\""),
          "told", List.of("You told me that yourself: %2$s", "I have it from you: %2$s"),
          "play",
              List.of(
                  "To be honest, I made that up as we talked; it is not in the story.",
                  "I was making that up; the story does not tell it."),
          "facts",
              List.of(
                  "I have no source for what I said just now; do not take it as fact.",
                  "I cannot show you where that comes from, so do not rely on it."));

  private final Persona persona;

  Candour(Persona persona) {
    this.persona = persona;
  }

  static boolean asks(String message) {
    String last = message.strip().lines().reduce("", (_, line) -> line).strip();
    return ASKS_ZH.matcher(last).find() || ASKS_EN.matcher(last).find();
  }

  /// What may be said; empty where this is not asked, or nothing was said yet.
  ///
  /// Whoever else plays a part may say `Is that true?` in it, and is not answered out of it.
  List<Voice.Answer> answers(Voice.Question question, List<ConversationTurn> history) {
    if (!asks(question.text()) || isPlayed(question)) {
      return List.of();
    }
    return history.reversed().stream()
        .map(ConversationTurn::reply)
        .filter(reply -> !asks(reply.question()))
        .findFirst()
        .map(reply -> about(reply, history.size()).toList())
        .orElse(List.of());
  }

  private static boolean isPlayed(Voice.Question question) {
    String last = question.text().strip().lines().reduce("", (_, line) -> line).strip();
    return question.company().stream()
        .anyMatch(
            name ->
                name.equals(question.asker())
                    || last.startsWith(name + "：")
                    || last.startsWith(name + ":"));
  }

  private Stream<Voice.Answer> about(Reply reply, int turn) {
    Optional<Evidence> first = reply.evidence().stream().findFirst();
    String kind = first.map(Candour::kind).orElse(persona.scope() == Scope.PLAY ? "play" : "facts");
    String place = first.map(evidence -> evidence.source().toString()).orElse("");
    String quote = first.map(Evidence::quote).orElse("");
    List<String> words =
        (persona.language() == Language.ZH ? CHINESE : ENGLISH).getOrDefault(kind, List.of());
    return Stream.of(words.get(turn % words.size()), words.get((turn + 1) % words.size()))
        .map(
            text ->
                new Voice.Answer(
                    text.formatted(place, quote), false, reply.evidence(), "candour: " + kind));
  }

  private static String kind(Evidence evidence) {
    return switch (evidence.found()) {
      case SAID -> "stands";
      case TOLD -> "told";
      case CITED, LIKELIHOOD, SIMILAR, RECALLED -> "leans";
    };
  }
}
