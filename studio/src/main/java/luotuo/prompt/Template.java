package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.job.Failure;

/// A text with places `{{name}}` that are filled. There is nothing else to it: no conditions, no
/// loops, and what fills a place is never looked into again.
///
/// @param source where it comes from, for errors
record Template(String source, String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /// @param names that may stand in a place
  /// @throws Failure `template.name` or `template.unclosed`, with file and line
  Template checked(Set<String> names) {
    Matcher place = PLACE.matcher(text);
    int after = 0;
    while (place.find()) {
      closed(text.substring(after, place.start()), after);
      if (!names.contains(place.group(1))) {
        String known = String.join(", ", names.stream().sorted().toList());
        throw Failure.of("template.name", source, line(place.start()), place.group(1), known);
      }
      after = place.end();
    }
    closed(text.substring(after), after);
    return this;
  }

  private void closed(String between, int start) {
    int open = between.indexOf("{{");
    if (open >= 0) {
      throw Failure.of("template.unclosed", source, line(start + open));
    }
  }

  private long line(int at) {
    return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /// Lines of which nothing remains once their places are filled are left out.
  String fill(Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String filled = filled(line, values);
      if (!filled.isBlank() || line.isBlank()) {
        lines.add(filled);
      }
    }
    return String.join("\n", lines).strip();
  }

  private static String filled(String line, Map<String, String> values) {
    return PLACE
        .matcher(line)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }
}
