package luotuo.model.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.Claim;
import luotuo.store.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
  @TempDir Path folder;
  private Shelf shelf;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    shelf = new Shelf(folder.resolve("models"));
    file = Files.writeString(folder.resolve("Camel-Q8_0.gguf"), "GGUF and more");
  }

  private Shelved add(String name) {
    return shelf.add(file, Optional.of(name), Progress.SILENT);
  }

  private static String key(Executable work) {
    return assertThrows(Failure.class, work).problem().key();
  }

  @Test
  void aFileIsAddedUnderItsOwnName() throws IOException {
    Shelved model = shelf.add(file, Optional.empty(), Progress.SILENT);
    assertEquals("Camel-Q8_0", model.name());
    assertEquals(folder.resolve("models/Camel-Q8_0/Camel-Q8_0.gguf"), model.file());
    assertEquals(Hash.sha256("GGUF and more"), model.sha256());
    assertEquals(Shelved.Known.ADDED, model.known());
    assertEquals(file.toRealPath().toString(), model.source());
    assertEquals(List.of(model), shelf.list());
    assertEquals(Optional.of(model), shelf.find("camel-q8_0"));
    Files.delete(file);
    assertEquals("GGUF and more", Files.readString(shelf.get("camel-q8_0").file()));
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.gguf"), file);
    Shelved model = shelf.add(link, Optional.empty(), Progress.SILENT);
    assertFalse(Files.isSymbolicLink(model.file()));
    assertEquals("link", model.name());
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Files.writeString(file, "PK and more");
    assertEquals("model.notGguf", key(() -> add("camel")));
    Files.writeString(file, "");
    assertEquals("model.notGguf", key(() -> add("camel")));
    assertEquals(
        "file.missing",
        key(() -> shelf.add(folder.resolve("none.gguf"), Optional.of("x"), Progress.SILENT)));
    assertEquals(List.of(), shelf.list());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a:b",
        "a#b",
        "x.gguf",
        "scripted",
        ".~x",
        " ",
        "a b",
        "x."
      })
  void notEverythingIsAName(String name) {
    assertEquals("model.name", key(() -> add(name)));
  }

  @Test
  void aNameIsTakenOnce() throws IOException {
    add("骆驼");
    assertEquals("model.taken", key(() -> add("骆驼")));
    Files.createDirectories(folder.resolve("models/luotuo/model"));
    assertEquals("model.taken", key(() -> add("luotuo")));
  }

  @Test
  void removingTakesTheModelAndNothingElse() throws IOException {
    Path other = Files.createDirectories(folder.resolve("models/luotuo"));
    Files.writeString(other.resolve("judge.onnx"), "x");
    Shelved model = add("camel");
    assertEquals(model.file().getParent(), shelf.remove("camel"));
    assertEquals(List.of(), shelf.list());
    assertEquals("model.absent", key(() -> shelf.remove("camel")));
    assertEquals("model.absent", key(() -> shelf.remove("luotuo")));
    assertEquals("model.absent", key(() -> shelf.remove("..")));
    assertTrue(Files.exists(other.resolve("judge.onnx")));
    assertTrue(Files.exists(file), "the file that was added stays");
  }

  @Test
  void whatABrokenPullLeftIsFoundAndRemoved() throws IOException {
    Path place = Files.createDirectories(folder.resolve("models/camel"));
    Files.write(place.resolve("weights.part"), new byte[77]);
    Files.writeString(place.resolve("part.yaml"), "source: x\n");
    assertEquals(List.of(new Shelf.Leftover("camel", place, 77)), shelf.leftovers());
    assertEquals(List.of(), shelf.list());
    shelf.remove("camel");
    assertFalse(Files.exists(place));
  }

  @Test
  void aModelWhoseFileIsGoneIsToldSo() throws IOException {
    Files.delete(add("camel").file());
    assertEquals("model.fileGone", key(() -> shelf.get("camel")));
    assertEquals("model.absent", key(() -> shelf.get("dromedary")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file: ../../secret.gguf", "file: /etc/passwd", "file: .hidden"})
  void aManifestNamesNoFileElsewhere(String line) throws IOException {
    Path manifest = add("camel").file().resolveSibling("model.yaml");
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("file: .*", line));
    assertEquals("model.yaml.value", key(() -> shelf.get("camel")));
  }

  @Test
  void whatSomebodyWorksOnIsNotRemoved() {
    Path place = folder.resolve("models").resolve(add("camel").name());
    try (Claim claim = Claim.on(place).orElseThrow()) {
      assertTrue(Claim.on(place).isEmpty());
      assertEquals("model.pull.busy", key(() -> shelf.remove("camel")));
      assertTrue(claim != null);
    }
    shelf.remove("camel");
  }
}
