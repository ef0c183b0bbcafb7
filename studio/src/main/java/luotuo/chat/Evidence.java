package luotuo.chat;

import java.util.List;
import java.util.Locale;
import luotuo.corpus.Source;
import org.jspecify.annotations.Nullable;

/// What a reply rests on.
///
/// @param scene the scene's id
/// @param source file and line of the quoted words
/// @param quote the words themselves, as the source has them
/// @param score in 0 … 1: how well they fit the question, or, where they were found by likelihood
///   or likeness, the reply
/// @param restsOn where the scene was written after another text: that text's lines
/// @param found how it is known that the reply rests on them
public record Evidence(
    String scene, Source source, String quote, double score, List<Source> restsOn, Found found) {

  /// Turns that were stored before this was kept do not tell it.
  public Evidence {
    found = known(found);
  }

  private static Found known(@Nullable Found found) {
    return found == null ? Found.RECALLED : found;
  }

  /// How it is known what a reply rests on.
  public enum Found {
    /// The reply is these words.
    SAID,
    /// The one who asks has told it.
    TOLD,
    /// The model named the scene beside its words.
    CITED,
    /// The scene makes the reply likelier.
    LIKELIHOOD,
    /// The reply is like the scene.
    SIMILAR,
    /// It came to mind; whether the reply rests on it was not looked at.
    RECALLED;

    /// As it stands in JSON.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
