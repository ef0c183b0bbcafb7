package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.store.AtomicFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaFolderTest {
  private static final String MANIFEST =
      """
      # written by hand
      name: 郝远
      aliases: [老郝, 007]
      language: zh
      scope: facts
      profile: >-
        送信的，
        牵一头骆驼。
      greeting: 来来来，坐这边。
      questions:
        - 你最远到过哪里？
      outOfScope: [不知道。]
      evasions:
        恼火: [不说了。]
        平静:
          - 先喝茶。
          - 不急。
      smallTalk:
        hello: [你好你好！]
      declineBelow: 0.4
      """;

  @TempDir Path here;

  private static void write(Path folder, Persona persona, List<Provenance> sources) {
    AtomicFolder.replace(folder, PersonaFolder.filler(persona, sources, Progress.SILENT));
  }

  @Test
  void aFolderWrittenByHandIsRead() {
    Path folder = Folders.chatHaruhi(here.resolve("送信的"), "老郝");
    Folders.write(folder.resolve("persona.yaml"), MANIFEST);
    Folders.write(
        folder.resolve("rests-on.yaml"),
        "source: luotuo.txt\nscenes:\n  \"text_10\": [2, 5]\n  text_2: [\"b.txt:7\"]\n");
    Persona persona = PersonaFolder.read(folder);
    assertEquals("郝远", persona.name());
    assertEquals(List.of("老郝", "007"), persona.aliases());
    assertEquals(Scope.FACTS, persona.scope());
    assertEquals("送信的， 牵一头骆驼。", persona.profile());
    assertEquals("你在扮演老郝。", persona.instructions());
    assertEquals(List.of("恼火", "平静"), List.copyOf(persona.evasions().keySet()));
    assertEquals(Map.of("hello", List.of("你好你好！")), persona.smallTalk());
    assertEquals(OptionalDouble.of(0.4), persona.declineBelow());
    assertEquals(List.of("text_2", "text_10"), persona.scenes().stream().map(Scene::id).toList());
    Scene second = persona.scenes().getLast();
    assertEquals(
        List.of(new Source("luotuo.txt", 2), new Source("luotuo.txt", 5)), second.restsOn());
    assertEquals(List.of(new Source("b.txt", 7)), persona.scenes().getFirst().restsOn());
    assertEquals(
        new Turn.Said("老郝", "在路上。", new Source("texts/text_10.txt", 2)), second.turns().getLast());
  }

  @Test
  void aChatHaruhiFolderIsAPersona() {
    Persona persona = PersonaFolder.read(Folders.chatHaruhi(here.resolve("佟湘玉"), "佟湘玉"));
    assertEquals("佟湘玉", persona.name());
    assertEquals(Language.ZH, persona.language());
    assertEquals(Scope.PLAY, persona.scope());
    assertEquals(2, persona.scenes().size());
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Path folder = Folders.chatHaruhi(here.resolve("a"), "老郝");
    Folders.write(folder.resolve("persona.yaml"), MANIFEST);
    Folders.write(folder.resolve("rests-on.yaml"), "source: l.txt\nscenes: {text_10: [2]}\n");
    Persona persona = PersonaFolder.read(folder);
    Path copy = here.resolve("b");
    write(copy, persona, List.of(new Provenance("a", "00", "chatharuhi")));
    assertEquals(persona, PersonaFolder.read(copy));
    assertEquals(List.of(new Provenance("a", "00", "chatharuhi")), PersonaFolder.sources(copy));
    assertFalse(Files.exists(copy.resolve("sources.jsonl")), "the lines are where they were");
    assertTrue(Files.readString(copy.resolve("texts/text_10.txt")).startsWith("客人:「酒呢？」\n"));
  }

  @Test
  void anEditedSceneSaysWhereItStandsNowAndTheOthersWhereTheyCameFrom() throws IOException {
    List<Turn> first =
        List.of(
            new Turn.Said("提问人", "你好吗", new Source("luotuo.txt", 10)),
            new Turn.Said("李鲁鲁", "北大也还行。", new Source("luotuo.txt", 11)));
    List<Turn> second =
        List.of(
            new Turn.Said("同学", "在哪里？", new Source("luotuo.txt", 13)),
            new Turn.Passage("一篇随笔。", new Source("b.txt", 1)));
    List<Scene> scenes = List.of(new Scene("luotuo/1", 0, first), new Scene("luotuo/2", 1, second));
    Path folder = here.resolve("李鲁鲁");
    write(folder, Persona.of("李鲁鲁", Language.ZH, Scope.FACTS, scenes), List.of());
    List<Scene> read = PersonaFolder.read(folder).scenes();
    assertEquals(List.of("0001", "0002"), read.stream().map(Scene::id).toList());
    assertEquals(first, read.getFirst().turns());
    assertEquals(second, read.getLast().turns());

    Path edited = folder.resolve("texts/0001.txt");
    Files.writeString(edited, "提问人:「你好吗」\n\n李鲁鲁:「好。」\n");
    read = PersonaFolder.read(folder).scenes();
    assertEquals(new Source("texts/0001.txt", 3), read.getFirst().turns().getLast().source());
    assertEquals(second, read.getLast().turns());
  }

  @Test
  void theScoreToDeclineIsNotedAndCommentsStay() throws IOException {
    Path folder = Folders.chatHaruhi(here.resolve("a"), "老郝");
    PersonaFolder.setDeclineBelow(folder, 0.5);
    assertEquals(OptionalDouble.of(0.5), PersonaFolder.read(folder).declineBelow());
    Folders.write(folder.resolve("persona.yaml"), MANIFEST);
    PersonaFolder.setDeclineBelow(folder, 0.625);
    assertEquals(
        MANIFEST.replace("0.4", "0.625"), Files.readString(folder.resolve("persona.yaml")));
  }

  @Test
  void alsoWhereTheManifestIsWrittenAsJson() {
    Path folder = Folders.chatHaruhi(here.resolve("a"), "老郝");
    Folders.write(folder.resolve("persona.yaml"), "\uFEFF{ \"name\": \"~\" }\n");
    PersonaFolder.setDeclineBelow(folder, 0.5);
    Persona persona = PersonaFolder.read(folder);
    assertEquals("~", persona.name());
    assertEquals(OptionalDouble.of(0.5), persona.declineBelow());
  }

  @Test
  void thoseThatShipAreReadable() {
    for (Path folder : Folders.in(Folders.projectRoot().resolve("personas"))) {
      Persona persona = PersonaFolder.read(folder);
      assertTrue(persona.scenes().size() >= 20, folder.toString());
    }
  }
}
