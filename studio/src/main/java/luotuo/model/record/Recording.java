package luotuo.model.record;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import luotuo.store.GrowingFolder;

/// The folder of recorded calls of one model:
///
///     model.json            name and context of the model
///     counts.jsonl          how many tokens texts are, by their hash
///     ab/abcdef….json       the first call with this request; its name is the request's SHA-256
///     ab/abcdef….2.json     the second one with the same request, and so on
///
/// Nothing in it is ever changed: a call that was recorded stays, whatever is recorded after it, and
/// whoever wants the record of one run alone takes a new folder. Calls with the same request are
/// numbered in the order in which they ended, and a replay gives them back in this order. Several
/// threads and processes may record into a folder at once; where they ask the same at the same time,
/// chance orders them.
///
/// Plain files, because people read and compare them, and adding one costs less than a committed
/// row; see [GrowingFolder] for what a power cut can do.
final class Recording {
  private static final String MANIFEST = "model.json";

  private final GrowingFolder folder;
  private final Counts counts;
  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

  private Recording(GrowingFolder folder) {
    this.folder = folder;
    this.counts = new Counts(folder);
  }

  /// What is known of the recorded model without asking it.
  record Manifest(int form, String model, int context) {}

  /// @throws Failure `model.record.other` if another model is recorded there
  static Recording of(Path folder, String model, int context) {
    GrowingFolder ready = GrowingFolder.ready(folder);
    Manifest wanted = new Manifest(CanonicalJson.FORM, model, context);
    if (!ready.add(MANIFEST, Json.writePretty(wanted) + "\n")) {
      Manifest there = manifest(ready);
      if (!there.equals(wanted)) {
        throw Failure.of(
            "model.record.other", ready.root(), there.model(), there.context(), model, context);
      }
    }
    return new Recording(ready);
  }

  /// @throws Failure `model.replay.none` if nothing was recorded there
  static Recording at(Path folder) {
    return new Recording(GrowingFolder.at(folder));
  }

  private static Manifest manifest(GrowingFolder folder) {
    String text =
        folder
            .text(MANIFEST)
            .orElseThrow(() -> Failure.of("model.replay.none", folder.root(), MANIFEST));
    Manifest manifest = parsed(folder.root().resolve(MANIFEST), text, Manifest.class);
    if (manifest.form() != CanonicalJson.FORM) {
      throw Failure.of("model.record.form", folder.root(), manifest.form(), CanonicalJson.FORM);
    }
    return manifest;
  }

  Manifest manifest() {
    return manifest(folder);
  }

  Path root() {
    return folder.root();
  }

  Counts counts() {
    return counts;
  }

  /// Adds a call under the next number that is free.
  void add(String hash, CallShape call) {
    AtomicInteger last = numbers.computeIfAbsent(hash, _ -> new AtomicInteger());
    boolean added = false;
    while (!added) {
      int number = last.incrementAndGet();
      String name = file(hash, number);
      added = !folder.has(name) && folder.add(name, written(numbered(call, number)));
    }
  }

  private static CallShape numbered(CallShape call, int number) {
    return new CallShape(
        call.request(), number, call.pieces(), call.completion(), call.failure(), call.millis());
  }

  private static String written(Object value) {
    return CanonicalJson.writePretty(value) + "\n";
  }

  /// The next call of this run that has this request, and was not given back yet.
  Optional<CallShape> next(String hash) {
    AtomicInteger last = numbers.computeIfAbsent(hash, _ -> new AtomicInteger());
    int number = last.incrementAndGet();
    Optional<CallShape> call = read(file(hash, number), CallShape.class);
    if (call.isEmpty()) {
      last.decrementAndGet();
    }
    return call;
  }

  /// Whether a request was recorded at all.
  boolean knows(String hash) {
    return folder.has(file(hash, 1));
  }

  /// An answer that is always the same is recorded once.
  void addOnce(String hash, ScoreShape score) {
    String name = file(hash, 1);
    if (!folder.has(name)) {
      folder.add(name, written(score));
    }
  }

  Optional<ScoreShape> score(String hash) {
    return read(file(hash, 1), ScoreShape.class);
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    return folder.text(name).map(text -> parsed(folder.root().resolve(name), text, type));
  }

  private static String file(String hash, int number) {
    String end = number == 1 ? ".json" : "." + number + ".json";
    return hash.substring(0, 2) + "/" + hash + end;
  }

  private static <T> T parsed(Path file, String text, Class<T> type) {
    try {
      return Json.read(text, type);
    } catch (MalformedException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failure(Problem.of("model.record.damaged", file, e.line(), why), e);
    }
  }
}
