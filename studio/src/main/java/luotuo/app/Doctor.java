package luotuo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import luotuo.chat.ConversationFilter;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.model.gguf.GgufModel;
import luotuo.persona.Found;
import luotuo.persona.Language;

/// Looks whether everything is there that the program needs.
public final class Doctor {
  private static final int JDK = 25;
  private static final long ENOUGH_BYTES = 200L << 20;

  private final Studio studio;

  Doctor(Studio studio) {
    this.studio = studio;
  }

  /// One check after the other, each made when it is asked for.
  public Stream<Check> checks() {
    return Stream.<Supplier<Check>>of(
            this::jdk,
            this::workspace,
            this::disk,
            this::database,
            () -> model(Language.ZH),
            () -> model(Language.EN),
            Doctor::arithmetic,
            this::personas)
        .map(Supplier::get);
  }

  private Check jdk() {
    Problem found =
        Problem.of("doctor.jdk.found", Runtime.version(), System.getProperty("java.home", ""));
    return Runtime.version().feature() >= JDK
        ? Check.fine("jdk", found)
        : Check.wrong("jdk", found, Problem.of("doctor.jdk.old", JDK));
  }

  private Check workspace() {
    Path root = studio.workspace().root();
    Problem found = Problem.of("doctor.workspace.found", root);
    try {
      studio.workspace().ready(root);
      Files.delete(Files.createTempFile(root, ".~doctor", ""));
      return Check.fine("workspace", found);
    } catch (IOException | Failure e) {
      return Check.wrong("workspace", found, Problem.of("workspace.unwritable", root));
    }
  }

  private Check disk() {
    try {
      long free = Files.getFileStore(existing(studio.workspace().root())).getUsableSpace();
      Problem found = Problem.of("doctor.disk.found", megabytes(free));
      return free >= ENOUGH_BYTES
          ? Check.fine("disk", found)
          : Check.wrong("disk", found, Problem.of("doctor.disk.full", megabytes(ENOUGH_BYTES)));
    } catch (IOException e) {
      return Check.fine("disk", Problem.of("doctor.disk.unknown"));
    }
  }

  private static Path existing(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }

  private static String megabytes(long bytes) {
    return String.valueOf(bytes >> 20);
  }

  private Check database() {
    Path file = studio.workspace().database();
    Problem found = Problem.of("doctor.database.found", file);
    return tried(
        "database",
        found,
        () -> {
          int stored = studio.conversations().count(ConversationFilter.ALL);
          return Problem.of("doctor.database.opened", file, stored);
        });
  }

  private Check model(Language language) {
    String name = "model." + language.name().toLowerCase(Locale.ROOT);
    return tried(
        name,
        Problem.of("doctor.model.found", name),
        () -> {
          var embedder = studio.models().embedder(language);
          long began = System.nanoTime();
          int dimensions = embedder.embed(List.of("骆驼 camel")).getFirst().length;
          String others = String.join(", ", othersTried(language, embedder.name()));
          long millis = (System.nanoTime() - began) / 1_000_000;
          return Problem.of("doctor.model.loaded", embedder.name(), dimensions, others, millis);
        });
  }

  /// Names of the models beside the embedder of scenes, each of which was asked for something.
  private Set<String> othersTried(Language language, String but) {
    List<Judge.Candidate> camel = List.of(new Judge.Candidate("camel?", "camel."));
    Set<String> names = new LinkedHashSet<>();
    Judge judge = studio.models().judge(language);
    judge.judge("骆驼？", camel);
    names.add(judge.name());
    Embedder answering = studio.models().answering(language);
    answering.embed(List.of("骆驼 camel"));
    names.add(answering.name());
    Models models = studio.models();
    Stream.of(models.reader(language), models.replaces(language))
        .flatMap(Optional::stream)
        .forEach(
            reader -> {
              reader.judge("骆驼？", camel);
              names.add(reader.name());
            });
    names.remove(but);
    return names;
  }

  private static Check arithmetic() {
    return Check.fine(
        "arithmetic",
        Problem.of(
            GgufModel.hasVectors() ? "doctor.arithmetic.vectors" : "doctor.arithmetic.plain"));
  }

  private Check personas() {
    Check check =
        tried(
            "personas",
            Problem.of("doctor.personas.found", 0),
            () -> Problem.of("doctor.personas.found", studio.personas().list().size()));
    return check.isFine() ? lookedInto(check, studio.personas().list()) : check;
  }

  private Check lookedInto(Check check, List<Found> personas) {
    if (personas.isEmpty()) {
      Problem none = Problem.of("doctor.personas.none", studio.settings().shipped());
      return Check.wrong(check.name(), check.found(), none);
    }
    return personas.stream()
        .flatMap(found -> found.problem().stream())
        .findFirst()
        .map(problem -> Check.wrong(check.name(), check.found(), problem))
        .orElse(check);
  }

  /// What goes wrong here is a finding, and no reason to stop.
  private static Check tried(String name, Problem otherwise, Supplier<Problem> work) {
    try {
      return Check.fine(name, work.get());
    } catch (Failure e) {
      return Check.wrong(name, otherwise, e.problem());
    } catch (RuntimeException | LinkageError e) {
      return Check.wrong(name, otherwise, Problem.of("doctor.unforeseen", name, e));
    }
  }
}
