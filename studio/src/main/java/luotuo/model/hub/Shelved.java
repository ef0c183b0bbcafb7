package luotuo.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.json.Yaml;
import luotuo.store.AtomicFile;
import luotuo.store.FileFailure;

/// A model on the shelf: its folder, with the file and the manifest `model.yaml`.
///
/// @param name of the folder
/// @param file of the weights
/// @param bytes of the file
/// @param sha256 of the file
/// @param known who said so
/// @param source where it came from: the id of a [Source], or the path of a file
/// @param licence empty where nobody said
public record Shelved(
    String name,
    Path file,
    long bytes,
    String sha256,
    Known known,
    String source,
    String licence,
    Instant added) {
  static final String MANIFEST = "model.yaml";

  private static final List<String> KEYS =
      List.of("file", "size", "sha256", "known", "source", "licence", "added");

  /// How a checksum came to be known.
  public enum Known {
    /// The registry has it.
    REGISTRY("registry"),
    /// The hub said it, and it was so.
    HUB("hub"),
    /// It was counted when the file first came; a later pull has to bring the same.
    FIRST_PULL("first pull"),
    /// It was counted when the user added the file.
    ADDED("added");

    private final String id;

    Known(String id) {
      this.id = id;
    }

    /// As the manifest writes it.
    public String id() {
      return id;
    }

    static Known of(Keys keys) {
      String told = keys.text("known");
      for (Known known : values()) {
        if (known.id.equals(told)) {
          return known;
        }
      }
      throw keys.wrong("known");
    }
  }

  /// @throws Failure `model.yaml.…` if the manifest is not one
  static Shelved read(Path folder) {
    Path manifest = folder.resolve(MANIFEST);
    try {
      Keys keys = Keys.of(manifest, Files.readString(manifest)).only(KEYS);
      return new Shelved(
          folder.getFileName().toString(),
          folder.resolve(plainName(keys)),
          keys.number("size"),
          keys.text("sha256"),
          Known.of(keys),
          keys.text("source"),
          keys.optional("licence").orElse(""),
          added(keys));
    } catch (IOException e) {
      throw FileFailure.reading(manifest, e);
    }
  }

  /// A name in this folder and nowhere else.
  private static String plainName(Keys keys) {
    String name = keys.text("file");
    if (name.startsWith(".") || name.matches(".*[/\\\\:].*")) {
      throw keys.wrong("file");
    }
    return name;
  }

  private static Instant added(Keys keys) {
    try {
      return Instant.parse(keys.text("added"));
    } catch (DateTimeParseException e) {
      throw keys.wrong("added");
    }
  }

  /// Writes the manifest: from then on the model is on the shelf.
  void write(Path folder) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", file.getFileName().toString());
    keys.put("size", bytes);
    keys.put("sha256", sha256);
    keys.put("known", known.id());
    keys.put("source", source);
    if (!licence.isEmpty()) {
      keys.put("licence", licence);
    }
    keys.put("added", added.toString());
    AtomicFile.write(folder.resolve(MANIFEST), Yaml.write(keys));
  }
}
