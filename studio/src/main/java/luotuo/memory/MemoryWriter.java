package luotuo.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import luotuo.job.Progress;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;

/// Writes the index of a list of spans: one document a span, numbered as the list is.
final class MemoryWriter {
  static final String NUMBER = "number";
  static final String ORDER = "order";
  static final String PRESENT = "present";

  /// Cues have fields of their own, so that looking for one kind needs no filter.
  static String text(boolean cue) {
    return cue ? "cue" : "text";
  }

  static String vector(boolean cue) {
    return cue ? "cueVector" : "vector";
  }

  private static final int CHUNK = 512;

  /// Where a search for so many would visit nearly all vectors anyway, Lucene makes no graph of
  /// them and looks at each: exact, and nobody waits for a graph.
  private static final int BREADTH = 1536;

  private static final Lucene104Codec GRAPHS_WHERE_THEY_HELP =
      new Lucene104Codec() {
        private final KnnVectorsFormat format =
            new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                1,
                null,
                BREADTH);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
          return format;
        }
      };

  /// The file of the classifier, where there are cues.
  static final String CLASSIFIER = "classifier";

  private final HeadStart start;
  private final Words words;
  private final Progress progress;

  MemoryWriter(HeadStart start, Words words, Progress progress) {
    this.start = start;
    this.words = words;
    this.progress = progress;
  }

  /// @param turns how many of the spans are parts of scenes; the others are cues
  void write(List<Span> spans, int turns, Stamp stamp, Path folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(words.analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setUseCompoundFile(true);
    config.setCodec(GRAPHS_WHERE_THEY_HELP);
    float[][] vectors = new float[spans.size()][];
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, config)) {
      List<Integer> shortFirst = shortFirst(spans);
      for (int from = 0; from < shortFirst.size(); from += CHUNK) {
        progress.at("memory.building", from, spans.size());
        int to = Math.min(from + CHUNK, shortFirst.size());
        List<Integer> numbers = shortFirst.subList(from, to);
        embed(spans, numbers, vectors);
        writer.addDocuments(
            numbers.stream().map(i -> document(i, spans.get(i), i >= turns, vectors[i])).toList());
      }
      writer.forceMerge(1);
      writer.commit();
    }
    if (turns < spans.size()) {
      List<Span> cues = spans.subList(turns, spans.size());
      List<float[]> ofCues = List.of(vectors).subList(turns, spans.size());
      classifier(stamp, cues, ofCues).write(folder.resolve(CLASSIFIER), stamp);
    }
    progress.at("memory.building", spans.size(), spans.size());
  }

  private CueClassifier classifier(Stamp stamp, List<Span> cues, List<float[]> vectors)
      throws IOException {
    if (start.classifier().isPresent()) {
      var taught = CueClassifier.read(start.classifier().get(), stamp, cues);
      if (taught.isPresent()) {
        return taught.get();
      }
    }
    return CueClassifier.teach(cues, vectors);
  }

  /// Texts of like length side by side, so that a batch carries little padding.
  private static List<Integer> shortFirst(List<Span> spans) {
    return IntStream.range(0, spans.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> spans.get(i).text().length()))
        .toList();
  }

  private void embed(List<Span> spans, List<Integer> numbers, float[][] vectors) {
    List<float[]> embedded =
        start.embedder().embed(numbers.stream().map(i -> spans.get(i).text()).toList());
    for (int i = 0; i < embedded.size(); i++) {
      vectors[numbers.get(i)] = embedded.get(i);
    }
  }

  private static Document document(int number, Span span, boolean cue, float[] vector) {
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(new IntPoint(ORDER, span.scene().order()));
    document.add(new TextField(text(cue), span.text(), Field.Store.NO));
    for (String name : span.scene().present()) {
      document.add(new StringField(PRESENT, name, Field.Store.NO));
    }
    if (isUnit(vector)) {
      document.add(
          new KnnFloatVectorField(vector(cue), vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  private static boolean isUnit(float[] vector) {
    for (float x : vector) {
      if (x != 0) {
        return true;
      }
    }
    return false;
  }
}
