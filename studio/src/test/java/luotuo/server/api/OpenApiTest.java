package luotuo.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import luotuo.app.Speaking;
import luotuo.json.Json;
import luotuo.server.api.ServedApi.Answer;
import luotuo.server.http.HttpSettings;
import luotuo.server.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document tells of every route and of no other, and of everything else that is needed to use
/// one.
@SuppressWarnings("NullAway.Init")
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @TempDir Path folder;
  private ServedApi served;
  private Map<?, ?> document;

  @BeforeEach
  void read() {
    served = ServedApi.in(folder);
    document = (Map<?, ?>) served.get("openapi.json").well().value();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void everyRouteIsToldAndNoOther() {
    Set<String> told = new TreeSet<>();
    operations((path, method, _) -> told.add(method.toUpperCase() + " " + path));
    HttpSettings settings = HttpSettings.local("en").withGrace(Duration.ZERO);
    Set<String> there = new TreeSet<>();
    try (Api api =
        new Api(served.studio(), settings, Speaking.DEFAULT, new Metrics(served.studio()::calls))) {
      api.routes().all().forEach(r -> there.add(r.method() + " " + r.path().replace("{+", "{")));
    }
    assertEquals(there, told);
    assertTrue(there.size() > 40, there.toString());
  }

  private static Map<?, ?> in(Map<?, ?> object, Object key) {
    return (Map<?, ?>) Objects.requireNonNull(object.get(key), () -> "no " + key);
  }

  private interface Each {
    void operation(String path, String method, Map<?, ?> operation);
  }

  private void operations(Each each) {
    in(document, "paths")
        .forEach(
            (path, item) ->
                ((Map<?, ?>) item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            each.operation((String) path, (String) method, (Map<?, ?>) operation);
                          }
                        }));
  }

  @Test
  void everyOperationHasItsOwnNameAndWordsInBothLanguages() {
    Set<String> names = new HashSet<>();
    operations(
        (path, method, operation) -> {
          assertTrue(names.add((String) operation.get("operationId")), path);
          assertFalse(String.valueOf(operation.get("summary")).isBlank(), path + method);
          String chinese = String.valueOf(operation.get("x-summary-zh"));
          assertTrue(Pattern.compile("\\p{IsHan}").matcher(chinese).find(), path + method);
          assertTrue(in(operation, "responses").containsKey("default"), path);
          assertTrue(operation.get("tags") instanceof List<?> tags && tags.size() == 1, path);
        });
  }

  @Test
  void everyPlaceInAPathIsTold() {
    in(document, "paths")
        .forEach(
            (path, item) -> {
              Set<String> places = new TreeSet<>();
              Pattern.compile("\\{(\\w+)}")
                  .matcher((String) path)
                  .results()
                  .forEach(place -> places.add(place.group(1)));
              Set<String> told = new TreeSet<>();
              List<?> parameters =
                  ((Map<?, ?>) item).get("parameters") instanceof List<?> list ? list : List.of();
              for (Object parameter : parameters) {
                Map<?, ?> resolved = resolved((Map<?, ?>) parameter);
                if ("path".equals(resolved.get("in"))) {
                  told.add((String) resolved.get("name"));
                  assertEquals(true, resolved.get("required"));
                }
              }
              assertEquals(places, told, (String) path);
            });
  }

  private Map<?, ?> resolved(Map<?, ?> node) {
    return node.get("$ref") instanceof String reference ? (Map<?, ?>) followed(reference) : node;
  }

  private Object followed(String reference) {
    Object at = document;
    for (String step : reference.substring(2).split("/")) {
      at = ((Map<?, ?>) at).get(step);
      assertTrue(at != null, reference + " leads nowhere");
    }
    return at;
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
    List<String> references = new ArrayList<>();
    collect(document, references);
    references.forEach(this::followed);
    for (String kind : List.of("schemas", "responses", "parameters")) {
      Map<?, ?> parts = in(in(document, "components"), kind);
      for (Object name : parts.keySet()) {
        assertTrue(references.contains("#/components/" + kind + "/" + name), kind + " " + name);
      }
    }
  }

  private static void collect(Object node, List<String> references) {
    switch (node) {
      case null -> throw new AssertionError("something has no value");
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference) {
          references.add(reference);
        }
        map.values().forEach(value -> collect(value, references));
      }
      case List<?> list -> list.forEach(value -> collect(value, references));
      default -> {}
    }
  }

  @Test
  void theShapesOfRepliesSayEverythingAndNothingElse() {
    Map<?, ?> schemas = in(in(document, "components"), "schemas");
    for (String name : List.of("Persona", "Preview", "Turn", "Meter", "Status", "Check")) {
      Map<?, ?> schema = in(schemas, name);
      assertEquals(
          new HashSet<>((List<?>) Objects.requireNonNull(schema.get("required"))),
          in(schema, "properties").keySet(),
          name);
      assertEquals(false, schema.get("additionalProperties"), name);
    }
  }

  @Test
  void thePageIsReadWithoutAnyScript() {
    Answer english = served.get("docs?lang=en");
    Answer chinese = served.get("docs?lang=zh");
    assertEquals("text/html; charset=utf-8", english.type());
    String policy =
        english.response().headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertFalse(policy.contains("script-src"), policy);
    assertFalse(english.text().contains("<script"), english.text());
    assertFalse(english.text().matches("(?s).*(src|href)=\"(http|//).*"), english.text());
    assertTrue(chinese.text().contains("<html lang=\"zh\">"));
    assertTrue(chinese.text().contains("骆驼的 API"));
    operations((path, _, _) -> assertTrue(english.text().contains(path), path));
    assertTrue(Json.write(document).contains("x-events"));
  }
}
