package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What 李鲁鲁 says stands in the lines of the seed that his exchanges name: every year, number, name
/// and Latin word of a reply.
@Tag("real-data")
class ShippedFactsRealDataTest {
  private static final Path ROOT = Path.of(System.getProperty("luotuo.root", ".."));
  private static final Path SEED = ROOT.resolve("../shared/seed/luotuo.txt");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /// Names of people, schools, companies, places and projects that the seed has.
  private static final List<String> NAMES =
      List.of(
          "清华", "北大", "商汤", "汤老师", "徐持衡", "绍兴", "挑战杯", "曹旭东", "俊杰", "上海", "骆驼嵌入", "骆驼QA", "骆驼Bert",
          "迷你骆驼", "丝绸魔法书", "骆驼先知", "凉宫春日", "黄钟健", "吴恩达", "纪伯伦", "高天", "佟湘玉", "白展堂", "斯坦福", "文心一言",
          "知乎", "心理所", "魔搭", "京阿尼", "信息学");

  @Test
  void everyReplyStandsInItsLines() throws IOException {
    assumeTrue(Files.exists(SEED), "skipped: there is no " + SEED);
    List<String> seed = Files.readAllLines(SEED);
    List<String> wrong = new ArrayList<>();
    Persona persona = PersonaFolder.read(ROOT.resolve("personas/李鲁鲁"));
    for (Scene scene : persona.scenes()) {
      String lines = lines(scene, seed);
      replies(scene, persona).forEach(reply -> check(scene.id(), reply, lines, wrong));
    }
    assertEquals(List.of(), wrong);
    assertTrue(persona.scenes().size() >= 60);
  }

  /// An English reply is a translation: its numbers must stand there, and the words that the seed
  /// has in Latin letters.
  @Test
  void everyEnglishReplyStandsInItsLines() throws IOException {
    assumeTrue(Files.exists(SEED), "skipped: there is no " + SEED);
    List<String> seed = Files.readAllLines(SEED);
    String all = String.join("\n", seed).toLowerCase(Locale.ROOT);
    List<String> wrong = new ArrayList<>();
    Persona persona = PersonaFolder.read(ROOT.resolve("personas/Li Lulu"));
    for (Scene scene : persona.scenes()) {
      String lines = lines(scene, seed).toLowerCase(Locale.ROOT);
      for (String reply : replies(scene, persona)) {
        in(NUMBER, reply, lines).forEach(n -> wrong.add(scene.id() + ": " + n));
        in(LATIN, reply, lines).stream()
            .filter(word -> word.length() > 3 && Character.isUpperCase(word.charAt(1)))
            .filter(word -> all.contains(word.toLowerCase(Locale.ROOT)))
            .forEach(word -> wrong.add(scene.id() + ": " + word));
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(persona.scenes().size() >= 60);
  }

  private static void check(String id, String reply, String lines, List<String> wrong) {
    in(NUMBER, reply, lines).forEach(n -> wrong.add(id + ": " + n));
    in(LATIN, reply, lines.toLowerCase(Locale.ROOT)).forEach(word -> wrong.add(id + ": " + word));
    NAMES.stream()
        .filter(name -> reply.contains(name) && !lines.contains(name))
        .forEach(name -> wrong.add(id + ": " + name));
  }

  /// What a pattern finds in a reply and the lines do not have.
  private static List<String> in(Pattern pattern, String reply, String lines) {
    return pattern
        .matcher(reply)
        .results()
        .map(found -> found.group())
        .filter(found -> !lines.contains(found.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String lines(Scene scene, List<String> seed) {
    StringBuilder lines = new StringBuilder();
    for (Source at : scene.restsOn()) {
      lines.append(seed.get(at.line() - 1)).append('\n');
    }
    return lines.toString();
  }

  private static List<String> replies(Scene scene, Persona persona) {
    return scene.turns().stream()
        .filter(turn -> turn instanceof Turn.Said said && persona.is(said.speaker()))
        .map(Turn::text)
        .toList();
  }
}
