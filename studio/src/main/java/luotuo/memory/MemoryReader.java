package luotuo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.model.Embedder;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Searches the index of spans by words and by meaning.
final class MemoryReader implements AutoCloseable {
  /// Spans taken from each of the two searches, at the least.
  private static final int BREADTH = 64;

  /// Words of a query that are looked for; Lucene takes 1,024 clauses at the most.
  private static final int MOST_WORDS = 512;

  /// A span that was found.
  ///
  /// @param number place in the list of spans
  record Hit(int number, double words, double meaning) {}

  private record Asked(String text, float[] vector) {}

  private volatile @Nullable Asked asked;
  private final DirectoryReader index;
  private final IndexSearcher searcher;
  private final Embedder embedder;
  private final Analyzer analyzer;

  private MemoryReader(DirectoryReader index, Embedder embedder, Words words) {
    this.index = index;
    this.searcher = new IndexSearcher(index);
    this.embedder = embedder;
    this.analyzer = words.analyzer();
  }

  static MemoryReader open(Path folder, Embedder embedder, Words words) throws IOException {
    return new MemoryReader(DirectoryReader.open(FSDirectory.open(folder)), embedder, words);
  }

  /// @param cues whether cues are looked for, or else parts of scenes
  Collection<Hit> find(Query query, boolean cues) throws IOException {
    if (index.leaves().isEmpty() || query.text().isBlank()) {
      return List.of();
    }
    int breadth = Math.max(BREADTH, 4 * query.most());
    org.apache.lucene.search.Query allowed = allowed(query);
    float[] vector = vector(query.text());
    String vectors = MemoryWriter.vector(cues);
    Map<Integer, Double> words = byWords(MemoryWriter.text(cues), query.text(), allowed, breadth);
    Map<Integer, Double> meaning = byMeaning(vectors, vector, allowed, breadth);
    addMissing(vectors, meaning, words.keySet(), vector);
    return hits(words, meaning);
  }

  /// Scenes and cues are mostly looked for with the same words, one after the other.
  float[] vector(String text) {
    Asked last = asked;
    if (last == null || !last.text().equals(text)) {
      last = new Asked(text, embedder.embed(List.of(text)).getFirst());
      asked = last;
    }
    return last.vector();
  }

  /// How much of one text others hold, by its words, each weighed by its rarity, and by meaning.
  List<Double> held(String text, List<String> others) throws IOException {
    if (others.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(others);
    all.addFirst(text);
    List<float[]> vectors = embedder.embed(all);
    Set<String> words = Words.of(analyzer, text);
    double whole = rarity(words);
    List<Double> held = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Set<String> shared = new LinkedHashSet<>(words);
      shared.retainAll(Words.of(analyzer, others.get(i)));
      double share = whole == 0 ? 0 : rarity(shared) / whole;
      held.add(Fusion.score(share, dot(vectors.getFirst(), vectors.get(i + 1))));
    }
    return held;
  }

  /// A word that occurs nowhere is no rarer than one that occurs once.
  private double rarity(Set<String> words) throws IOException {
    double sum = 0;
    for (String word : words) {
      int documents = index.docFreq(new Term(MemoryWriter.text(false), word));
      sum += rarity(Math.max(1, documents), index.numDocs());
    }
    return sum;
  }

  private static org.apache.lucene.search.@Nullable Query allowed(Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (query.until() != Integer.MAX_VALUE) {
      all.add(
          IntPoint.newRangeQuery(MemoryWriter.ORDER, Integer.MIN_VALUE, query.until() - 1),
          Occur.FILTER);
    }
    for (String name : query.present()) {
      all.add(new TermQuery(new Term(MemoryWriter.PRESENT, name)), Occur.FILTER);
    }
    BooleanQuery built = all.build();
    return built.clauses().isEmpty() ? null : built;
  }

  /// Document to the share of the query's words that it holds, each weighed by its rarity.
  private Map<Integer, Double> byWords(
      String field, String text, org.apache.lucene.search.@Nullable Query allowed, int breadth)
      throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    double whole = 0;
    for (String word : Words.of(analyzer, text).stream().limit(MOST_WORDS).toList()) {
      Term term = new Term(field, word);
      any.add(new TermQuery(term), Occur.SHOULD);
      whole += rarity(index.docFreq(term), index.numDocs());
    }
    if (whole == 0) {
      return new LinkedHashMap<>();
    }
    any.setMinimumNumberShouldMatch(1);
    if (allowed != null) {
      any.add(allowed, Occur.FILTER);
    }
    Map<Integer, Double> found = new LinkedHashMap<>();
    for (ScoreDoc hit : searcher.search(any.build(), breadth).scoreDocs) {
      found.put(hit.doc, hit.score / whole);
    }
    return found;
  }

  /// The inverse document frequency of BM25 as Lucene computes it.
  private static double rarity(int documents, int all) {
    return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
  }

  /// Document to cosine.
  private Map<Integer, Double> byMeaning(
      String field, float[] vector, org.apache.lucene.search.@Nullable Query allowed, int breadth)
      throws IOException {
    Map<Integer, Double> found = new LinkedHashMap<>();
    if (vector[0] == 0 && dot(vector, vector) == 0) {
      return found;
    }
    var query = new KnnFloatVectorQuery(field, vector, breadth, allowed);
    for (ScoreDoc hit : searcher.search(query, breadth).scoreDocs) {
      found.put(hit.doc, 2.0 * hit.score - 1);
    }
    return found;
  }

  private void addMissing(
      String field, Map<Integer, Double> meaning, Collection<Integer> documents, float[] query)
      throws IOException {
    List<Integer> missing =
        new ArrayList<>(documents.stream().filter(d -> !meaning.containsKey(d)).sorted().toList());
    LeafReader leaf = index.leaves().getFirst().reader();
    var vectors = leaf.getFloatVectorValues(field);
    if (vectors == null) {
      return;
    }
    var iterator = vectors.iterator();
    for (int document : missing) {
      int at = iterator.docID() < document ? iterator.advance(document) : iterator.docID();
      if (at == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
      if (at == document) {
        meaning.put(document, dot(query, vectors.vectorValue(iterator.index())));
      }
    }
  }

  private Collection<Hit> hits(Map<Integer, Double> words, Map<Integer, Double> meaning)
      throws IOException {
    List<Integer> documents = new ArrayList<>(words.keySet());
    meaning.keySet().stream().filter(d -> !words.containsKey(d)).forEach(documents::add);
    documents.sort(null);
    LeafReader leaf = index.leaves().getFirst().reader();
    var numbers = leaf.getNumericDocValues(MemoryWriter.NUMBER);
    List<Hit> hits = new ArrayList<>(documents.size());
    for (int document : documents) {
      if (numbers != null && numbers.advanceExact(document)) {
        hits.add(
            new Hit(
                (int) numbers.longValue(),
                words.getOrDefault(document, 0.0),
                meaning.getOrDefault(document, 0.0)));
      }
    }
    return hits;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void close() {
    try {
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory", e);
    }
  }
}
