package luotuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the floor plan: which room may import which, and the one home of each library.
class FloorPlanTest {
  private static final Map<String, Set<String>> PLAN =
      Map.ofEntries(
          Map.entry("json", Set.of()),
          Map.entry("job", Set.of()),
          Map.entry("store", Set.of("json", "job")),
          Map.entry("corpus", Set.of("json", "job")),
          Map.entry("persona", Set.of("json", "job", "store", "corpus")),
          Map.entry("model", Set.of("job")),
          Map.entry("model.onnx", Set.of("model", "json", "job")),
          Map.entry("model.scripted", Set.of("model", "json", "job")),
          Map.entry("model.remote", Set.of("model", "json", "job")),
          Map.entry("model.record", Set.of("model", "json", "job", "store")),
          Map.entry("model.hub", Set.of("json", "job", "store")),
          Map.entry("model.gguf.file", Set.of("job")),
          Map.entry("model.gguf.kernel", Set.of("model.gguf.file")),
          Map.entry("model.gguf.token", Set.of("model.gguf.file", "job")),
          Map.entry("model.gguf.template", Set.of("model", "job")),
          Map.entry(
              "model.gguf",
              Set.of(
                  "model",
                  "job",
                  "model.gguf.file",
                  "model.gguf.kernel",
                  "model.gguf.token",
                  "model.gguf.template")),
          Map.entry("prompt", Set.of("job", "corpus", "persona", "model")),
          Map.entry("memory", Set.of("json", "job", "store", "corpus", "model")),
          Map.entry(
              "chat",
              Set.of("json", "job", "store", "corpus", "persona", "model", "memory", "prompt")),
          Map.entry(
              "eval",
              Set.of(
                  "json", "job", "store", "corpus", "persona", "model", "memory", "prompt",
                  "chat")),
          Map.entry("eval.golden", Set.of("json", "job", "corpus", "chat", "eval")),
          Map.entry(
              "eval.fidelity",
              Set.of("job", "corpus", "persona", "model", "prompt", "chat", "eval")),
          Map.entry("eval.turns", Set.of("job", "corpus", "model", "persona", "chat", "eval")),
          Map.entry(
              "app",
              Set.of(
                  "json",
                  "job",
                  "store",
                  "corpus",
                  "persona",
                  "model",
                  "model.onnx",
                  "model.scripted",
                  "model.remote",
                  "model.record",
                  "model.hub",
                  "model.gguf",
                  "memory",
                  "prompt",
                  "chat",
                  "eval",
                  "eval.fidelity",
                  "eval.golden",
                  "eval.turns")),
          Map.entry(
              "app.shape",
              Set.of(
                  "job",
                  "corpus",
                  "persona",
                  "model",
                  "memory",
                  "prompt",
                  "chat",
                  "eval",
                  "eval.fidelity",
                  "eval.golden",
                  "eval.turns",
                  "app")),
          Map.entry("server.http", Set.of("json", "job", "app")),
          Map.entry(
              "server.api",
              Set.of(
                  "json",
                  "job",
                  "store",
                  "corpus",
                  "persona",
                  "model",
                  "memory",
                  "prompt",
                  "chat",
                  "eval",
                  "app",
                  "app.shape",
                  "server.http",
                  "server.metrics")),
          Map.entry(
              "server.openai",
              Set.of(
                  "json",
                  "job",
                  "store",
                  "persona",
                  "model",
                  "chat",
                  "app",
                  "app.shape",
                  "server.http",
                  "server.metrics")),
          Map.entry("server.metrics", Set.of("model", "app", "server.http")),
          Map.entry(
              "server",
              Set.of(
                  "json",
                  "job",
                  "store",
                  "corpus",
                  "persona",
                  "model",
                  "memory",
                  "prompt",
                  "chat",
                  "eval",
                  "app",
                  "app.shape",
                  "server.http",
                  "server.api",
                  "server.metrics",
                  "server.openai")),
          Map.entry(
              "cli",
              Set.of(
                  "json",
                  "job",
                  "store",
                  "corpus",
                  "persona",
                  "model",
                  "memory",
                  "prompt",
                  "chat",
                  "eval",
                  "eval.fidelity",
                  "eval.golden",
                  "eval.turns",
                  "app",
                  "app.shape",
                  "server.http",
                  "server.api",
                  "server.openai",
                  "server")));

  private static final Map<String, Set<String>> HOME =
      Map.of(
          "tools.jackson", Set.of("json"),
          "com.fasterxml", Set.of("json"),
          "org.sqlite", Set.of("store"),
          "java.sql", Set.of("store"),
          "ai.onnxruntime", Set.of("model.onnx"),
          "org.apache.lucene", Set.of("memory"),
          "io.helidon", Set.of("server.http"),
          "io.prometheus", Set.of("server.metrics"),
          "picocli", Set.of("cli"),
          "org.jline", Set.of("cli"));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("luotuo");

  @Test
  void everyPackageIsARoom() {
    Set<String> rooms = new TreeSet<>();
    classes.forEach(c -> rooms.add(room(c)));
    rooms.removeAll(PLAN.keySet());
    assertEquals(Set.of(), rooms, "packages that the plan does not have");
  }

  @Test
  void importsPointLeft() {
    Map<String, String> wrong = new TreeMap<>();
    forEachDependency(
        (from, dependency) -> {
          if (!dependency.getTargetClass().getPackageName().startsWith("luotuo")) {
            return;
          }
          String to = room(dependency.getTargetClass());
          if (!from.equals(to) && !PLAN.getOrDefault(from, Set.of()).contains(to)) {
            wrong.put(from + " → " + to, dependency.getDescription());
          }
        });
    assertEquals(Map.of(), wrong);
  }

  @Test
  void thePlanHasNoCycle() {
    Set<String> placed = new TreeSet<>();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (var entry : PLAN.entrySet()) {
        if (placed.containsAll(entry.getValue())) {
          moved |= placed.add(entry.getKey());
        }
      }
    }
    assertEquals(new TreeSet<>(PLAN.keySet()), placed);
  }

  @Test
  void everyLibraryHasOneHome() {
    Map<String, String> wrong = new TreeMap<>();
    forEachDependency(
        (from, dependency) ->
            HOME.forEach(
                (library, homes) -> {
                  String target = dependency.getTargetClass().getPackageName();
                  if (within(target, library) && !homes.contains(from)) {
                    wrong.put(from + " → " + library, dependency.getDescription());
                  }
                }));
    assertEquals(Map.of(), wrong);
    assertTrue(classes.size() > 20, "the plan was held against " + classes.size() + " classes");
  }

  private void forEachDependency(java.util.function.BiConsumer<String, Dependency> consumer) {
    for (JavaClass type : classes) {
      String from = room(type);
      type.getDirectDependenciesFromSelf().forEach(dependency -> consumer.accept(from, dependency));
    }
  }

  private static String room(JavaClass type) {
    return type.getPackageName().replaceFirst("^luotuo\\.?", "");
  }

  private static boolean within(String name, String root) {
    return name.equals(root) || name.startsWith(root + ".");
  }
}
