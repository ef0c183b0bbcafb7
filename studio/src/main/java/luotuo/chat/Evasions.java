package luotuo.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// What a character of fiction says in the place of an answer: its stock by mood, or else lines of
/// its own that turn a question away, or else plain words of its language.
final class Evasions {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 18;
  private static final int MOST = 8;

  private static final Pattern TURNS_AWAY =
      Pattern.compile(
          "^(我|额|俺|咱|老子)?(也|可|哪|怎么|又)*(不知道|哪知道|怎么知道|不清楚|不记得|忘了)[啊呀呢嘛了]*[。！!？?…]*$"
              + "|关你什么事|关你屁事|别问|少问|问这个|问那么多|就?不告诉你[。！!]*$|不提也罢|以后再说|回头再说|改天再说|说来话长"
              + "|不好说|无可奉告|天机不可|少废话|烦着呢|你猜|none of your|i don't know[.!]*$|no idea|never mind|not"
              + " telling|who knows|forget it",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> CHINESE =
      List.of("你问这个做什么？", "这个嘛，以后再说。", "说来话长，先不提。", "这可不好说。");
  private static final List<String> ENGLISH =
      List.of("Why do you ask?", "Another time, perhaps.", "That is a long story.", "Hard to say.");

  private final Persona persona;
  private final List<String> own;

  Evasions(Persona persona) {
    this.persona = persona;
    this.own = own(persona);
  }

  /// Evasions that fit the mood a message puts the character into; never empty.
  List<String> of(String message) {
    List<String> fitting = persona.evasions().get(Mood.of(message).key());
    if (fitting != null && !fitting.isEmpty()) {
      return fitting;
    }
    List<String> all = new ArrayList<>();
    persona.evasions().values().forEach(all::addAll);
    if (!all.isEmpty()) {
      return all;
    }
    return own.isEmpty() ? plain() : own;
  }

  private List<String> plain() {
    return persona.language() == Language.ZH ? CHINESE : ENGLISH;
  }

  private static List<String> own(Persona persona) {
    Set<String> lines = new LinkedHashSet<>();
    for (Scene scene : persona.scenes()) {
      for (Turn turn : scene.turns()) {
        if (lines.size() < MOST && turn instanceof Turn.Said said && isEvasion(said, persona)) {
          lines.add(said.text());
        }
      }
    }
    return List.copyOf(lines);
  }

  private static boolean isEvasion(Turn.Said said, Persona persona) {
    int length = said.text().length();
    return persona.is(said.speaker())
        && length >= SHORTEST
        && length <= LONGEST
        && TURNS_AWAY.matcher(said.text()).find();
  }
}
