package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Speaker;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.persona.ImportRequest.Mode;
import luotuo.persona.Imported.Outcome;
import luotuo.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PersonaImportTest {
  private static final String INTERVIEW =
      """
      提问人:你之前的经历是怎么样的
      李鲁鲁:我之前是清华物理系的本科，后来加入了商汤科技。

      投资人:你是物理系的本科吗？
      李鲁鲁:是的，我是清华物理系的本科。

      同学:你是什么时候开始学计算机呢？
      李鲁鲁:我最早是在五年级的时候开始学VB的。

      提问人:
      """;

  @TempDir Path root;
  private Workspace workspace;
  private PersonaImport imports;

  @BeforeEach
  void open() {
    workspace = new Workspace(root.resolve("home"));
    imports = new PersonaImport(workspace);
  }

  private Path interview() {
    return Folders.write(root.resolve("luotuo.txt"), INTERVIEW);
  }

  private static ImportRequest named(String name) {
    return ImportRequest.plain().withName(name);
  }

  private Problem problem(Path source, ImportRequest request) {
    return assertThrows(Failure.class, () -> imports.importFrom(source, request)).problem();
  }

  @Test
  void anInterviewBecomesAPersonaOfFacts() {
    Imported imported = imports.importFrom(interview(), ImportRequest.plain());
    assertEquals("李鲁鲁", imported.name());
    assertEquals(Outcome.CREATED, imported.outcome());
    assertEquals("interview", imported.form());
    assertEquals(new Counts(3, 6, 6, 0, 0, 0), imported.counts());
    assertEquals(new Speaker("李鲁鲁", 3), imported.speakers().getFirst());
    assertEquals(1, imported.reports().size());
    assertEquals("import.proposed", imported.note().orElseThrow().key());
    Persona persona = PersonaFolder.read(imported.path());
    assertEquals(Scope.FACTS, persona.scope());
    assertEquals(Language.ZH, persona.language());
    assertEquals(
        new Source("luotuo.txt", 8), persona.scenes().getLast().turns().getLast().source());
    assertTrue(imported.questions().contains("你是什么时候开始学计算机呢？"));
  }

  @Test
  void theSameAgainChangesNothing() throws Exception {
    imports.importFrom(interview(), ImportRequest.plain());
    Path manifest = workspace.personas().resolve("李鲁鲁/persona.yaml");
    Files.writeString(manifest, Files.readString(manifest) + "greeting: 来了？\n");
    Imported again = imports.importFrom(interview(), named("李鲁鲁"));
    assertEquals(Outcome.UNCHANGED, again.outcome());
    assertEquals(3, again.counts().scenes());
    assertEquals("来了？", PersonaFolder.read(again.path()).greeting());
  }

  @Test
  void theSameWithAnotherWishChangesOnlyThat() {
    imports.importFrom(interview(), ImportRequest.plain());
    Imported again =
        imports.importFrom(
            interview(), ImportRequest.plain().withAliases(List.of("鲁鲁")).withScope(Scope.PLAY));
    assertEquals(Outcome.REPLACED, again.outcome());
    Persona persona = PersonaFolder.read(again.path());
    assertEquals(List.of("鲁鲁"), persona.aliases());
    assertEquals(Scope.PLAY, persona.scope());
    assertEquals(3, persona.scenes().size());
  }

  @Test
  void anotherSourceUnderTheNameNeedsToBeTold() {
    imports.importFrom(interview(), ImportRequest.plain());
    Path other = Folders.chatHaruhi(root.resolve("other"), "李鲁鲁");
    Problem problem = problem(other, named("李魯魯"));
    assertEquals("persona.exists", problem.key());
    assertEquals("李鲁鲁", problem.arguments().getFirst());
    Imported replaced = imports.importFrom(other, named("李鲁鲁").withMode(Mode.REPLACE));
    assertEquals(Outcome.REPLACED, replaced.outcome());
    assertEquals(2, PersonaFolder.read(replaced.path()).scenes().size());
    assertEquals(List.of("李鲁鲁"), Folders.names(workspace.personas()));
  }

  @Test
  void mergingAddsWhatIsNewAfterWhatIsThere() {
    imports.importFrom(interview(), ImportRequest.plain());
    String more = INTERVIEW.replace("提问人:\n", "路人:你喜欢骆驼吗？\n李鲁鲁:喜欢，骆驼不急。\n");
    Path other = Folders.write(root.resolve("more.txt"), more);
    Imported merged = imports.importFrom(other, named("李鲁鲁").withMode(Mode.MERGE));
    assertEquals(Outcome.MERGED, merged.outcome());
    List<Scene> scenes = PersonaFolder.read(merged.path()).scenes();
    assertEquals(4, scenes.size());
    assertEquals(new Source("luotuo.txt", 1), scenes.getFirst().source());
    assertEquals(new Source("more.txt", 10), scenes.getLast().source());
    assertEquals(List.of(0, 1, 2, 3), scenes.stream().map(Scene::order).toList());
    assertEquals(4, scenes.stream().map(Scene::id).distinct().count());
    for (Path source : List.of(other, interview())) {
      assertEquals(
          Outcome.UNCHANGED,
          imports.importFrom(source, named("李鲁鲁").withMode(Mode.MERGE)).outcome());
      assertEquals(Outcome.UNCHANGED, imports.importFrom(source, named("李鲁鲁")).outcome());
    }
  }

  @Test
  void aFailedImportLeavesNothingBehind() {
    Path empty = Folders.write(root.resolve("empty.txt"), "\n\n");
    assertTrue(problem(empty, named("谁")).key().startsWith("corpus."));
    assertTrue(problem(root.resolve("nowhere"), named("谁")).key().startsWith("corpus."));
    Path essay = Folders.write(root.resolve("essay.md"), "一篇没有人说话的随笔。\n");
    assertEquals("persona.nameless", problem(essay, ImportRequest.plain()).key());
    assertFalse(Files.exists(workspace.root()));
    assertEquals(
        Scope.FACTS, PersonaFolder.read(imports.importFrom(essay, named("谁")).path()).scope());
  }

  @Test
  void whoeverIsNamedAndSpeaksNowhereIsTakenForTheLikeliest() {
    Path folder = Folders.chatHaruhi(root.resolve("haruhi"), "涼宮春日");
    Imported alike = imports.importFrom(folder, named("凉宫春日"));
    assertEquals(List.of("涼宮春日"), PersonaFolder.read(alike.path()).aliases());
    Imported likeliest = imports.importFrom(folder, named("haruhi"));
    Persona persona = PersonaFolder.read(likeliest.path());
    assertTrue(persona.is("涼宮春日"));
    assertEquals(Problem.of("import.speaksAs", "haruhi", "涼宮春日"), likeliest.note().orElseThrow());
    assertEquals(List.of("你平时都做些什么呢？"), likeliest.questions().stream().limit(1).toList());
  }

  @Test
  void aPersonaFolderKeepsWhatItsManifestSays() {
    Path folder = Folders.chatHaruhi(root.resolve("x"), "郝远");
    Folders.write(
        folder.resolve("persona.yaml"), "name: 郝远\naliases: [老郝]\ngreeting: 来坐。\nscope: facts\n");
    Persona persona = PersonaFolder.read(imports.importFrom(folder, ImportRequest.plain()).path());
    assertEquals("来坐。", persona.greeting());
    assertEquals(List.of("老郝"), persona.aliases());
    assertEquals(Scope.FACTS, persona.scope());
    assertEquals("郝远二", imports.importFrom(folder, named("郝远二")).name());
  }

  @Test
  void ofManyImportsAtOnceOneCreates() throws Exception {
    Path source = interview();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = java.util.Collections.nCopies(8, named("李鲁鲁"));
      var outcomes =
          threads.invokeAll(
              all.stream()
                  .<java.util.concurrent.Callable<Outcome>>map(
                      request -> () -> imports.importFrom(source, request).outcome())
                  .toList());
      int created = 0;
      for (var outcome : outcomes) {
        created += outcome.get() == Outcome.CREATED ? 1 : 0;
      }
      assertEquals(1, created);
    }
    assertEquals(List.of("李鲁鲁"), Folders.names(workspace.personas()));
  }

  @Test
  void noNameLeavesTheFolder() {
    Path source = Folders.chatHaruhi(root.resolve("a"), "郝远");
    for (String name : List.of("../../逃", "/etc/x", "..", "a\0b")) {
      Imported imported = imports.importFrom(source, named(name));
      assertEquals(workspace.personas(), imported.path().getParent());
      assertEquals(name, PersonaFolder.read(imported.path()).name());
    }
    assertEquals(4, Folders.names(workspace.personas()).size());
  }
}
