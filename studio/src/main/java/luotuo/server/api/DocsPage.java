package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import luotuo.app.Sentences;
import luotuo.store.Hash;

/// The OpenAPI document as one page to read: no script, and nothing from elsewhere.
final class DocsPage {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; }
      h2 { margin-top: 2.5rem; }
      section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0; }
      h3 { font: 600 1rem/1.4 ui-monospace, monospace; margin: .25rem 0; overflow-wrap: anywhere; }
      b { display: inline-block; min-width: 4.5rem; }
      p, ul { margin: .25rem 0; }
      code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
      """;

  private final Map<String, Object> document;
  private final Sentences words;
  private final String language;

  DocsPage(Map<String, Object> document, String language) {
    this.document = document;
    this.language = language;
    this.words = Sentences.in(language);
  }

  /// Only the page's own style counts.
  String policy() {
    String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Hash.sha256(STYLE)));
    return "default-src 'none'; style-src 'sha256-"
        + hash
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  byte[] html() {
    String title = escaped(words.of("docs.title"));
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"").append(language).append("\">\n");
    page.append("<head><meta charset=\"utf-8\"><meta name=\"viewport\"");
    page.append(" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(title).append("</title>\n");
    page.append("<style>").append(STYLE).append("</style></head>\n<body>\n");
    page.append("<h1>").append(title).append("</h1>\n");
    page.append("<p>").append(escaped(words.of("docs.how"))).append(' ');
    page.append("<a href=\"openapi.json\">openapi.json</a></p>\n");
    for (Object tag : (List<?>) document.getOrDefault("tags", List.of())) {
      chapter((Map<?, ?>) tag, page);
    }
    return page.append("</body>\n</html>\n").toString().getBytes(UTF_8);
  }

  private void chapter(Map<?, ?> tag, StringBuilder page) {
    page.append("<h2>").append(escaped(summary(tag))).append("</h2>\n");
    Document.object(document, "paths")
        .forEach(
            (path, item) -> {
              for (String method : METHODS) {
                Object operation = ((Map<?, ?>) item).get(method);
                if (operation instanceof Map<?, ?> told && isOf(told, tag)) {
                  operation(method, path, told, page);
                }
              }
            });
  }

  private static boolean isOf(Map<?, ?> operation, Map<?, ?> tag) {
    return operation.get("tags") instanceof List<?> tags && tags.contains(tag.get("name"));
  }

  private void operation(String method, String path, Map<?, ?> operation, StringBuilder page) {
    page.append("<section><h3><b>").append(method.toUpperCase(Locale.ROOT));
    page.append("</b> ").append(escaped(path)).append("</h3>\n");
    page.append("<p>").append(escaped(summary(operation))).append("</p>\n");
    items("docs.query", query(operation), page);
    items("docs.body", body(operation), page);
    items("docs.events", events(operation), page);
    page.append("</section>\n");
  }

  private void items(String key, List<String> items, StringBuilder page) {
    if (!items.isEmpty()) {
      page.append("<p>").append(escaped(words.of(key))).append(" <code>");
      page.append(escaped(String.join(", ", items))).append("</code></p>\n");
    }
  }

  private List<String> query(Map<?, ?> operation) {
    return ((List<?>) orEmpty(operation, "parameters", List.of()))
        .stream()
            .map(parameter -> resolved((Map<?, ?>) parameter))
            .filter(parameter -> "query".equals(parameter.get("in")))
            .map(parameter -> String.valueOf(parameter.get("name")))
            .toList();
  }

  private List<String> body(Map<?, ?> operation) {
    Map<?, ?> content =
        (Map<?, ?>)
            orEmpty((Map<?, ?>) orEmpty(operation, "requestBody", Map.of()), "content", Map.of());
    Map<?, ?> schema =
        (Map<?, ?>)
            orEmpty((Map<?, ?>) orEmpty(content, "application/json", Map.of()), "schema", Map.of());
    Map<?, ?> properties = (Map<?, ?>) orEmpty(resolved(schema), "properties", Map.of());
    return properties.keySet().stream().map(String::valueOf).toList();
  }

  private static List<String> events(Map<?, ?> operation) {
    return ((List<?>) orEmpty(operation, "x-events", List.of()))
        .stream().map(String::valueOf).toList();
  }

  private static Object orEmpty(Map<?, ?> in, String key, Object empty) {
    Object value = in.get(key);
    return value == null ? empty : value;
  }

  /// What a `$ref` leads to.
  private Map<?, ?> resolved(Map<?, ?> node) {
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    Object at = document;
    for (String part : reference.substring(2).split("/")) {
      at = Objects.requireNonNull(((Map<?, ?>) at).get(part), reference);
    }
    return (Map<?, ?>) at;
  }

  private String summary(Map<?, ?> of) {
    Object chinese = of.get("x-summary-zh");
    Object english = of.containsKey("summary") ? of.get("summary") : of.get("description");
    return String.valueOf(language.equals("zh") && chinese != null ? chinese : english);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
