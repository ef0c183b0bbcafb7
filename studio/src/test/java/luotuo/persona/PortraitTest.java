package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitTest {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00000000");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");
  private static final byte[] WEBP = HexFormat.of().parseHex("524946460400000057454250");

  @TempDir Path folder;

  @Test
  void itsFormIsToldByItsFirstBytes() {
    assertEquals("image/png", Portrait.put(folder, PNG).form().type());
    assertEquals("image/jpeg", Portrait.put(folder, JPEG).form().type());
    assertEquals("image/webp", Portrait.put(folder, WEBP).form().type());
    assertEquals(folder.resolve("portrait.webp"), Portrait.in(folder).orElseThrow().file());
    assertArrayEquals(WEBP, Portrait.in(folder).orElseThrow().bytes());
  }

  @Test
  void anotherOneTakesItsPlaceAndItCanBeRemoved() throws Exception {
    Portrait.put(folder, PNG);
    Portrait.put(folder, JPEG);
    assertFalse(Files.exists(folder.resolve("portrait.png")));
    assertTrue(Portrait.remove(folder));
    assertEquals(Optional.empty(), Portrait.in(folder));
    assertFalse(Portrait.remove(folder));
  }

  @Test
  void whatIsNoPictureIsRefused() {
    String page = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    for (byte[] bytes :
        new byte[][] {
          {},
          page.getBytes(StandardCharsets.UTF_8),
          "GIF89a".getBytes(StandardCharsets.UTF_8),
          Arrays.copyOf(PNG, 7),
          Arrays.copyOf(WEBP, 10)
        }) {
      Failure failure = assertThrows(Failure.class, () -> Portrait.put(folder, bytes));
      assertEquals("portrait.form", failure.problem().key());
    }
    byte[] large = Arrays.copyOf(PNG, Portrait.MOST_BYTES + 1);
    Failure failure = assertThrows(Failure.class, () -> Portrait.put(folder, large));
    assertEquals("portrait.tooLarge", failure.problem().key());
    assertEquals(Optional.empty(), Portrait.in(folder));
  }

  @Test
  void aLinkOutOfTheFolderIsNoPortrait(@TempDir Path elsewhere) throws Exception {
    Path secret = Files.write(elsewhere.resolve("secret.png"), PNG);
    Files.createSymbolicLink(folder.resolve("portrait.png"), secret);
    assertEquals(Optional.empty(), Portrait.in(folder));
  }
}
