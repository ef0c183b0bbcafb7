package luotuo.app;

import java.util.Optional;
import luotuo.memory.Words;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.persona.Language;

/// The models that serve a persona, by the language that it speaks; each is loaded by its first
/// use.
public interface Models extends AutoCloseable {
  Embedder embedder(Language language);

  /// What was taught to bring questions near to what answers them, where there is such a one of
  /// that language; otherwise the same as [#embedder].
  default Embedder answering(Language language) {
    return embedder(language);
  }

  Judge judge(Language language);

  /// What was taught to read what people told of themselves beside what they ask, where there is
  /// such a one of that language.
  default Optional<Judge> reader(Language language) {
    return Optional.empty();
  }

  /// What was taught to read what people tell of themselves beside what they told before, and tells
  /// whether it replaces that, where there is such a one of that language.
  default Optional<Judge> replaces(Language language) {
    return Optional.empty();
  }

  /// How text of that language becomes words.
  static Words words(Language language) {
    return switch (language) {
      case ZH -> Words.BIGRAMS;
      case EN -> Words.STEMMED;
    };
  }

  @Override
  void close();
}
