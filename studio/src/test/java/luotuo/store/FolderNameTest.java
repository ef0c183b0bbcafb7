package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTest {
  private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");

  @ParameterizedTest
  @ValueSource(strings = {"李鲁鲁", "Li Lulu", "O'Brien, Jr", "涼宮ハルヒ", "R2-D2", "𠮷野", "a~b"})
  void ordinaryNamesStay(String name) {
    assertEquals(name, FolderName.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../../etc",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "C:",
        "con",
        "NUL",
        "Com1.txt",
        "a.",
        "a ",
        " a",
        ".git",
        ".~new~x",
        "a\0b",
        "a\nb",
        "é\uD800",
        "李\u200b鲁鲁",
        "..\\..\\x",
        "李鲁鲁~01234567",
        "?",
        "%PATH%"
      })
  void unsafeNamesBecomeSafeAndOthersOwn(String name) {
    String folder = FolderName.of(name);
    assertSafe(folder);
    assertNotEquals(name, folder);
    assertEquals(folder, FolderName.of(name));
  }

  @Test
  void longNamesAreCutAndKeptApart() {
    String one = "骆驼".repeat(100) + "一";
    String two = "骆驼".repeat(100) + "二";
    assertSafe(FolderName.of(one));
    assertNotEquals(FolderName.of(one), FolderName.of(two));
  }

  @Test
  void randomNamesAreSafeAndShareNoFolder(@TempDir Path here) throws Exception {
    long seed = System.nanoTime();
    System.out.println("FolderNameTest seed " + seed);
    Random random = new Random(seed);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      String name = draw(random);
      String folder = FolderName.of(name);
      assertSafe(folder);
      String other = names.putIfAbsent(folder, name);
      assertTrue(other == null || other.equals(name), name + " and " + other + " share " + folder);
    }
    for (String folder : names.keySet().stream().limit(300).toList()) {
      Path made = Files.createDirectory(here.resolve(folder));
      assertEquals(here.toRealPath(), made.toRealPath().getParent());
    }
  }

  private static String draw(Random random) {
    String letters = "ab. /\\:~%\n\0骆驼é𠮷\uD83D\uDE00\u202e0123456789abcdef";
    int[] codePoints = letters.codePoints().toArray();
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      name.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return name.toString();
  }

  private static void assertSafe(String folder) {
    assertFalse(FORBIDDEN.matcher(folder).find(), folder);
    assertFalse(folder.isBlank() || folder.startsWith(".") || folder.endsWith("."), folder);
    assertFalse(folder.startsWith(" ") || folder.endsWith(" "), folder);
    assertTrue(folder.getBytes(StandardCharsets.UTF_8).length <= 200, folder);
  }
}
