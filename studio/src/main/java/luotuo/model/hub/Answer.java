package luotuo.model.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server answered, after all redirects.
///
/// @param from who answered at last
/// @param linked what the hub said of the file on the way: its sha256, its size
record Answer(URI from, int status, HttpHeaders headers, Linked linked, Chunks body) {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  /// @param sha256 of the file; empty where the hub does not say
  record Linked(Optional<String> sha256, OptionalLong size) {
    static final Linked NOTHING = new Linked(Optional.empty(), OptionalLong.empty());

    /// `X-Linked-ETag` holds a sha256 where the file is a large one; `X-Linked-Size` its bytes.
    Linked and(HttpHeaders headers) {
      Optional<String> said =
          headers
              .firstValue("X-Linked-ETag")
              .map(tag -> tag.replaceFirst("^W/", "").replace("\"", "").toLowerCase(Locale.ROOT))
              .filter(tag -> tag.matches("[0-9a-f]{64}"));
      return new Linked(
          sha256.or(() -> said), size.isPresent() ? size : number(headers, "X-Linked-Size"));
    }
  }

  /// A part of a file: from `first` to `last`, of `total` bytes.
  record Range(long first, long last, long total) {}

  Optional<Range> range() {
    Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse("").strip());
    return range.matches()
        ? Optional.of(
            new Range(
                Long.parseLong(range.group(1)),
                Long.parseLong(range.group(2)),
                Long.parseLong(range.group(3))))
        : Optional.empty();
  }

  OptionalLong length() {
    return number(headers, "Content-Length");
  }

  /// What tells this version of the file from others: a strong ETag, or the time of its change.
  String validator() {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  /// Whether the bytes are the file's own.
  boolean isPlain() {
    String encoding = headers.firstValue("Content-Encoding").orElse("identity");
    return encoding.equalsIgnoreCase("identity");
  }

  static OptionalLong number(HttpHeaders headers, String name) {
    String told = headers.firstValue(name).orElse("").strip();
    return told.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(told)) : OptionalLong.empty();
  }
}
