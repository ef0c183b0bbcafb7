package luotuo.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A value of a YAML text and the line in which it stands, from 1, for whoever says what is wrong
/// where.
public sealed interface YamlValue {
  int line();

  /// A scalar as it is written, so that `007` stays what it is.
  record Text(int line, String text) implements YamlValue {}

  /// No value at all.
  record Nothing(int line) implements YamlValue {}

  record Items(int line, List<YamlValue> items) implements YamlValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// @param fields by name, in order
  record Fields(int line, Map<String, Field> fields) implements YamlValue {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// @param line in which the name stands
  record Field(int line, YamlValue value) {}

  /// @throws MalformedException if the text is not YAML, or names a field twice
  static YamlValue read(String text) {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = mapper.createParser(text)) {
      return parser.nextToken() == null ? new Nothing(1) : value(parser);
    } catch (JacksonException e) {
      throw Json.malformed(e);
    }
  }

  private static YamlValue value(JsonParser parser) {
    int line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Fields(line, fields(parser));
      case START_ARRAY -> new Items(line, items(parser));
      case VALUE_NULL -> new Nothing(line);
      default -> new Text(line, parser.getString());
    };
  }

  private static Map<String, Field> fields(JsonParser parser) {
    Map<String, Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int line = line(parser);
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, new Field(line, value(parser)));
    }
    return fields;
  }

  private static List<YamlValue> items(JsonParser parser) {
    List<YamlValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
