package luotuo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// How text becomes the words that the index holds.
public enum Words {
  /// Runs of two Han characters, and whole words of other scripts.
  BIGRAMS {
    @Override
    Analyzer analyzer() {
      return new CJKAnalyzer();
    }
  },
  /// Words of Chinese as a statistical segmenter finds them.
  SEGMENTED {
    @Override
    Analyzer analyzer() {
      return new SmartChineseAnalyzer();
    }
  },
  /// English words without their endings.
  STEMMED {
    @Override
    Analyzer analyzer() {
      return new EnglishAnalyzer();
    }
  };

  abstract Analyzer analyzer();

  /// The different words of a text, in the order in which they come.
  static Set<String> of(Analyzer analyzer, String text) {
    Set<String> words = new LinkedHashSet<>();
    try (var tokens = analyzer.tokenStream("", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
