package luotuo.server.http;

import java.util.List;
import java.util.regex.Pattern;

/// Which status of HTTP a problem has, by its key.
final class Statuses {
  private record Rule(Pattern key, int status) {}

  /// The first that matches counts.
  private static final List<Rule> RULES =
      List.of(
          rule("server\\.(token|login)", 401),
          rule("server\\.(host|origin)", 403),
          rule("server\\.nowhere", 404),
          rule("server\\.method", 405),
          rule("server\\.large", 413),
          rule("server\\.failed", 500),
          rule("server\\.stopping|.*\\.busy", 503),
          rule("upload\\.tooMany", 429),
          rule("model\\.budget\\..*", 402),
          rule("model\\.(nowhere|unknown|notListed|absent)", 404),
          rule("model\\.(context|small|noLikelihood|name|use\\..*)", 400),
          rule("model\\.remote\\.(address|key\\.(form|plain))", 400),
          rule("model\\.(licence|taken|fileGone)|chat\\.noOther|conversation\\.nothing", 409),
          rule("persona\\.(yaml\\..*|malformed|restsOn|asked)", 409),
          rule("(model|chat)\\..*", 502),
          rule(
              "(database|workspace|settings|failed)\\..*|file\\.(full|denied|unreadable|unwritable)",
              500),
          rule(".*\\.(unknown|none|nowhere|missing)(\\..*)?", 404),
          rule(".*\\.(exists|conflict|notYours)", 409),
          rule(".*\\.(tooLarge|folderTooLarge|tooManyFiles)", 413));

  private Statuses() {}

  private static Rule rule(String key, int status) {
    return new Rule(Pattern.compile(key), status);
  }

  static int of(String key) {
    return RULES.stream()
        .filter(rule -> rule.key().matcher(key).matches())
        .mapToInt(Rule::status)
        .findFirst()
        .orElse(400);
  }
}
