package luotuo.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Records as YAML. An unknown key is an error; a missing one is null or an empty default.
public final class Yaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .build();

  private Yaml() {}

  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// @throws MalformedException if the text is not YAML of this type
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw Json.malformed(e);
    }
  }

  /// The line of a text in which a key stands, from 1, looked for after some lines.
  public static int lineOf(String text, String key, int after) {
    Matcher at =
        Pattern.compile("(?m)(^|[{,])[ \\t]*[\"']?" + Pattern.quote(key) + "[\"']?[ \\t]*:")
            .matcher(text);
    int line = 1;
    int counted = 0;
    while (at.find()) {
      line += (int) text.substring(counted, at.start()).chars().filter(c -> c == '\n').count();
      counted = at.start();
      if (line > after) {
        return line;
      }
    }
    return Math.max(1, after + 1);
  }
}
