package luotuo.model.hub;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;

/// Reads `registry.yaml`; every name in it that becomes a path or an address is checked here.
final class RegistryReader {
  private static final List<String> MODEL =
      List.of(
          "name",
          "title",
          "family",
          "architecture",
          "parameters",
          "languages",
          "machine",
          "file",
          "size",
          "sha256",
          "licence",
          "context",
          "sources",
          "tried");
  private static final List<String> LICENCE = List.of("name", "page", "agreement");
  private static final List<String> SOURCE = List.of("hf", "ms", "url", "file", "checked");
  private static final String REPOSITORY = "[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final String FILE = "[A-Za-z0-9][A-Za-z0-9._-]*\\.gguf";

  private final Path file;
  private final String text;

  RegistryReader(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  Registry read() {
    Keys top = Keys.of(file, text).only(List.of("models"));
    List<Keys> items = top.items("models", "- name");
    Set<String> names = new HashSet<>();
    for (Keys item : items) {
      if (!names.add(item.text("name"))) {
        throw Failure.of("model.registry.twice", file, item.line("name"), item.text("name"));
      }
    }
    return new Registry(items.stream().map(RegistryReader::model).toList());
  }

  private static Listed model(Keys keys) {
    keys.only(MODEL);
    String size = keys.text("size");
    String file = matching(keys, "file", FILE);
    return new Listed(
        Shelf.checkedName(keys.text("name")),
        keys.text("title"),
        keys.text("family"),
        keys.text("architecture"),
        keys.text("parameters"),
        keys.texts("languages"),
        machine(keys),
        file,
        keys.digits("size", size.replaceFirst("^~", "")),
        !size.startsWith("~"),
        licence(keys.map("licence").only(LICENCE)),
        keys.has("context") ? (int) Math.min(Integer.MAX_VALUE, keys.number("context")) : 0,
        keys.has("sha256")
            ? Optional.of(matching(keys, "sha256", "[0-9a-f]{64}"))
            : Optional.empty(),
        keys.items("sources", "").stream().map(s -> source(s.only(SOURCE), file)).toList(),
        keys.truth("tried"));
  }

  private static Machine.Size machine(Keys keys) {
    String told = keys.text("machine");
    return Arrays.stream(Machine.Size.values())
        .filter(size -> size.id().equals(told))
        .findFirst()
        .orElseThrow(() -> keys.wrong("machine"));
  }

  private static Licence licence(Keys keys) {
    return new Licence(
        keys.text("name"), keys.optional("page").orElse(""), keys.truth("agreement"));
  }

  private static Source source(Keys keys, String otherwise) {
    String file = keys.has("file") ? matching(keys, "file", FILE) : otherwise;
    boolean checked = keys.truth("checked");
    if (keys.has("hf")) {
      return new Source.HuggingFace(matching(keys, "hf", REPOSITORY), file, checked);
    }
    if (keys.has("ms")) {
      return new Source.ModelScope(matching(keys, "ms", REPOSITORY), file, checked);
    }
    URI uri = Addresses.parse(keys.text("url")).orElseThrow(() -> keys.wrong("url"));
    return new Source.Address(uri, checked);
  }

  private static String matching(Keys keys, String key, String pattern) {
    String value = keys.text(key);
    if (!value.matches(pattern)) {
      throw keys.wrong(key);
    }
    return value;
  }
}
