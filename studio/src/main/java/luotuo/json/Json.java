package luotuo.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Records, maps, lists, strings and numbers as JSON. An unknown key is an error.
public final class Json {
  private static final int MOST_CHARACTERS = 64 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MOST_CHARACTERS).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// One line, no spaces.
  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Several lines, for people.
  public static String writePretty(@Nullable Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /// @throws MalformedException if the text is not JSON of this type
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /// A JSON object as a map; values are maps, lists, strings, numbers, booleans and nulls.
  ///
  /// @throws MalformedException if the text is not one JSON object
  public static Map<String, Object> readObject(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<>() {});
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  static MalformedException malformed(JacksonException e) {
    var at = e.getLocation();
    return new MalformedException(e.getOriginalMessage(), at == null ? 0 : at.getLineNr(), e);
  }
}
