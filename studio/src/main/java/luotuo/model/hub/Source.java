package luotuo.model.hub;

import java.net.URI;

/// A place that a file comes from.
public sealed interface Source {
  /// Names the place in records and messages, such as `hf:Qwen/Qwen3-0.6B-GGUF/model.gguf`.
  String id();

  /// Whether others name exactly this place too; otherwise it is a guess.
  boolean checked();

  /// @param repository `owner/name` on Hugging Face or a mirror of it
  record HuggingFace(String repository, String file, boolean checked) implements Source {
    @Override
    public String id() {
      return "hf:" + repository + "/" + file;
    }
  }

  /// @param repository `owner/name` on ModelScope
  record ModelScope(String repository, String file, boolean checked) implements Source {
    @Override
    public String id() {
      return "ms:" + repository + "/" + file;
    }
  }

  /// Any other address, such as a release on GitHub.
  record Address(URI uri, boolean checked) implements Source {
    @Override
    public String id() {
      return uri.toString();
    }
  }
}
