package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashTest {
  @TempDir Path here;

  @Test
  void textBytesAndFileAgree() throws IOException {
    Path file = Files.writeString(here.resolve("a"), "abc");
    String known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(known, Hash.sha256("abc"));
    assertEquals(known, Hash.sha256(file));
  }

  @Test
  void aFolderIsItsNamesAndContentsWhereverItIs() throws IOException {
    String one = hash("one", "a", "b");
    assertEquals(one, hash("two", "a", "b"));
    assertNotEquals(one, hash("three", "a", "c"));
    assertNotEquals(one, hash("four", "x", "b"));
  }

  private String hash(String name, String file, String text) throws IOException {
    Path folder = Files.createDirectories(here.resolve(name).resolve("texts"));
    Path written = Files.writeString(folder.resolve(file), text);
    return Hash.sha256(here.resolve(name), List.of(written));
  }
}
