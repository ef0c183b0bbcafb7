package luotuo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import luotuo.job.Failure;
import luotuo.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class UploadsTest {
  @TempDir Path home;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Uploads uploads;

  @BeforeEach
  void open() {
    uploads = new Uploads(new Workspace(home), () -> now);
  }

  @AfterEach
  void close() {
    uploads.close();
  }

  private void put(String id, String path, String text) {
    uploads.put(id, path, new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String refused(Executable work) {
    return assertThrows(Failure.class, work).problem().key();
  }

  @Test
  void aFileAloneIsTheSourceAndSeveralAreTheirFolder() throws IOException {
    String id = uploads.begin();
    assertEquals("upload.empty", refused(() -> uploads.source(id)));
    put(id, "dropped/a.txt", "一");
    assertEquals("a.txt", String.valueOf(uploads.source(id).getFileName()));
    put(id, "dropped/b.txt", "二");
    assertEquals("dropped", String.valueOf(uploads.source(id).getFileName()));
    put(id, "c.txt", "三");
    assertTrue(Files.exists(uploads.source(id).resolve("dropped/a.txt")));
    String texts = uploads.begin();
    put(texts, "texts/1.txt", "一");
    assertTrue(Files.exists(uploads.source(texts).resolve("texts/1.txt")));
  }

  @Test
  void anotherOfThePathTakesItsPlaceAndHalfOfOneDoesNot() throws IOException {
    String id = uploads.begin();
    put(id, "a.txt", "旧的");
    put(id, "a.txt", "新的");
    Path file = uploads.source(id);
    assertEquals("新的", Files.readString(file));
    InputStream broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("the client has gone");
            }
            return 'x';
          }
        };
    assertThrows(Failure.class, () -> uploads.put(id, "a.txt", broken));
    assertEquals("新的", Files.readString(file));
    Path files = file.resolveSibling(".").normalize();
    try (var all = Files.list(files.resolveSibling("."))) {
      assertEquals(List.of(files), all.map(Path::normalize).toList());
    }
  }

  @Test
  void aFileThatIsTooLargeLeavesRoomForOthers() throws IOException {
    String id = uploads.begin();
    for (int i = 0; i < 5; i++) {
      assertEquals("upload.tooLarge", refused(() -> uploads.put(id, "a.txt", endless())));
    }
    put(id, "b.txt", "乙");
    assertEquals("乙", Files.readString(uploads.source(id)));
  }

  /// Zeros without end, given in one go.
  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return length;
      }
    };
  }

  @Test
  void namesKeepWhatCanBeKept() {
    assertEquals(Path.of("a/b.txt"), UploadPath.of("/a//./b.txt"));
    assertEquals(Path.of("文本/第 1 集.md"), UploadPath.of("文本\\第 1 集.md"));
    String odd = UploadPath.of("what?.TXT").toString();
    assertTrue(odd.matches("what_~[0-9a-f]{8}\\.txt"), odd);
    assertFalse(UploadPath.of(".~new~x").toString().startsWith("."));
    for (String path : List.of("", "/", ".", "..", "a/..", "../a", "a\\..\\..\\b")) {
      assertEquals("upload.path", refused(() -> UploadPath.of(path)), path);
    }
  }

  @Test
  void whatNobodyEndsIsGoneAfterADay() {
    String old = uploads.begin();
    put(old, "a.txt", "一");
    Path file = uploads.source(old);
    now = now.plus(Duration.ofHours(23));
    String young = uploads.begin();
    assertTrue(Files.exists(file));
    now = now.plus(Duration.ofHours(2));
    uploads.begin();
    assertFalse(Files.exists(file));
    assertEquals("upload.unknown", refused(() -> uploads.source(old)));
    assertEquals("upload.empty", refused(() -> uploads.source(young)));
  }

  @Test
  void allAreGoneWhenItIsClosed() throws IOException {
    put(uploads.begin(), "a.txt", "一");
    uploads.begin();
    uploads.close();
    try (var left = Files.list(home.resolve("tmp"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
