package luotuo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luotuo.corpus.Scene;
import luotuo.job.Progress;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import luotuo.model.Embedder;
import luotuo.store.AtomicFolder;
import org.jspecify.annotations.Nullable;

/// The scenes of one persona, and what of them comes to mind.
///
/// Every turn and every window of four turns is indexed by its words (BM25) and by its meaning (a
/// vector). What either finds is scored by both. The index is kept in a folder; it is made again
/// where it does not match its scenes, so that deleting it costs only time. Several threads may
/// recall at once. A memory that nobody holds any more closes by itself.
public final class Memory implements AutoCloseable {
  private static final String STAMP = "memory.json";
  private static final Cleaner CLEANER = Cleaner.create();

  private final List<Span> spans;
  private final MemoryReader reader;
  private final Cleaner.Cleanable closing;
  private final @Nullable CueClassifier classifier;

  private Memory(List<Span> spans, MemoryReader reader, @Nullable CueClassifier classifier) {
    this.spans = spans;
    this.reader = reader;
    this.closing = CLEANER.register(this, reader::close);
    this.classifier = classifier;
  }

  /// Opens the index in a folder, and makes it first where it is missing or stale.
  ///
  /// @param folder holds this index and nothing else; deleting it is safe
  /// @param progress told how far making the index has come
  public static Memory open(
      List<Scene> scenes, Path folder, Embedder embedder, Words words, Progress progress) {
    return open(scenes, List.of(), folder, embedder, words, progress);
  }

  /// @param cues texts that are not in the scenes and lead to turns of them; only [#cues] finds
  ///   them
  public static Memory open(
      List<Scene> scenes,
      List<Span> cues,
      Path folder,
      Embedder embedder,
      Words words,
      Progress progress) {
    return open(scenes, cues, folder, embedder, HeadStart.none(embedder), words, progress);
  }

  /// @param start what there is of the index before it is made; its vectors compare with the
  ///   embedder's
  public static Memory open(
      List<Scene> scenes,
      List<Span> cues,
      Path folder,
      Embedder embedder,
      HeadStart start,
      Words words,
      Progress progress) {
    List<Span> spans = spans(scenes);
    int turns = spans.size();
    spans.addAll(cues);
    Stamp stamp = Stamp.of(scenes, cues, embedder.name(), words);
    try {
      CueClassifier classifier = classifier(folder, stamp, cues);
      boolean whole = cues.isEmpty() || classifier != null;
      if (!whole || !stamp.equals(stampIn(folder))) {
        make(spans, turns, stamp, folder, new MemoryWriter(start, words, progress));
        classifier = classifier(folder, stamp, cues);
      }
      return new Memory(spans, MemoryReader.open(folder, embedder, words), classifier);
    } catch (IOException e) {
      throw new UncheckedIOException("memory in " + folder, e);
    }
  }

  private static List<Span> spans(List<Scene> scenes) {
    List<Span> spans = new ArrayList<>();
    scenes.forEach(scene -> spans.addAll(Spans.of(scene)));
    return spans;
  }

  /// The texts of an index of these scenes and cues, in no order that matters.
  public static List<String> texts(List<Scene> scenes, List<Span> cues) {
    return Stream.concat(spans(scenes).stream(), cues.stream()).map(Span::text).distinct().toList();
  }

  private static @Nullable CueClassifier classifier(Path folder, Stamp stamp, List<Span> cues)
      throws IOException {
    return cues.isEmpty()
        ? null
        : CueClassifier.read(folder.resolve(MemoryWriter.CLASSIFIER), stamp, cues).orElse(null);
  }

  private static void make(
      List<Span> spans, int turns, Stamp stamp, Path folder, MemoryWriter writer)
      throws IOException {
    AtomicFolder.replace(
        folder,
        draft -> {
          writer.write(spans, turns, stamp, draft);
          Files.writeString(draft.resolve(STAMP), Json.write(stamp));
        });
  }

  private static Stamp stampIn(Path folder) {
    try {
      return Json.read(Files.readString(folder.resolve(STAMP)), Stamp.class);
    } catch (IOException | MalformedException e) {
      return new Stamp(0, "", "", "");
    }
  }

  public int size() {
    return spans.size();
  }

  /// The best span of each scene, best scene first.
  public List<Recall> scenes(Query query) {
    Map<String, Recall> best = new LinkedHashMap<>();
    for (Recall recall : found(query)) {
      best.putIfAbsent(recall.scene().id(), recall);
    }
    return best.values().stream().limit(query.most()).toList();
  }

  /// Turns, pieces of passages and windows, best first.
  public List<Recall> spans(Query query) {
    return found(query).stream().limit(query.most()).toList();
  }

  /// Single turns and pieces of passages, best first.
  public List<Recall> turns(Query query) {
    return found(query).stream()
        .filter(recall -> !recall.span().isWindow())
        .limit(query.most())
        .toList();
  }

  /// Cues, best first.
  public List<Recall> cues(Query query) {
    return found(query, true).stream().limit(query.most()).toList();
  }

  /// Scene to the logarithm of the probability that a text asks what its cues ask, from -13.8.
  /// Scenes without cues are missing.
  public Map<String, Double> picked(String text) {
    return classifier == null ? Map.of() : classifier.pick(reader.vector(text));
  }

  /// How much of one text others hold, by words and by meaning.
  ///
  /// @return in 0 … 1, in the others' order
  public List<Double> held(String text, List<String> others) {
    try {
      return reader.held(text, others);
    } catch (IOException e) {
      throw new UncheckedIOException("recall", e);
    }
  }

  private List<Recall> found(Query query) {
    return found(query, false);
  }

  private List<Recall> found(Query query, boolean cues) {
    try {
      Collection<MemoryReader.Hit> hits = reader.find(query, cues);
      List<Recall> recalls = new ArrayList<>(hits.size());
      for (MemoryReader.Hit hit : hits) {
        recalls.add(recall(hit));
      }
      recalls.sort(Comparator.comparingDouble(Recall::score).reversed());
      return recalls;
    } catch (IOException e) {
      throw new UncheckedIOException("recall", e);
    }
  }

  private Recall recall(MemoryReader.Hit hit) {
    double score = Fusion.score(hit.words(), hit.meaning());
    return new Recall(spans.get(hit.number()), score, hit.words(), hit.meaning());
  }

  @Override
  public void close() {
    closing.clean();
  }
}
