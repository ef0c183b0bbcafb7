package luotuo.corpus;

/// A line of Markdown without the marks at its beginning.
///
/// @param section whether it is a heading
/// @param marked whether it has a mark that plain transcripts have not
record MarkdownLine(String text, boolean section, boolean marked) {

  static MarkdownLine of(String written) {
    String s = Signs.strip(written);
    int level = level(s);
    if (level > 0) {
      return new MarkdownLine(Signs.strip(s.substring(level)), true, true);
    }
    boolean quote = s.startsWith(">");
    String bare = quote ? unquoted(s) : s;
    String item = withoutBullet(bare);
    String name = withoutBold(item);
    boolean bold = name.length() != item.length();
    return new MarkdownLine(name, false, quote || bold || bulletedMark(item, bare));
  }

  /// How many `#` begin a heading.
  private static int level(String s) {
    int level = 0;
    while (level < s.length() && s.charAt(level) == '#') {
      level++;
    }
    return level > 0 && level <= 6 && level < s.length() && Signs.blank(s.charAt(level))
        ? level
        : 0;
  }

  /// A quotation may stand in another: `> > words`.
  private static String unquoted(String s) {
    int from = 0;
    while (from < s.length() && (s.charAt(from) == '>' || Signs.blank(s.charAt(from)))) {
      from++;
    }
    return Signs.strip(s.substring(from));
  }

  private static boolean bulletedMark(String item, String unquoted) {
    return item.length() != unquoted.length() && Mark.at(item, 0) != null;
  }

  private static String withoutBullet(String s) {
    int end = 0;
    while (end < s.length() && end < 4 && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
      end++;
    }
    String signs = end == 0 ? "-*+•" : ".)";
    boolean bullet =
        s.length() > end + 1 && signs.indexOf(s.charAt(end)) >= 0 && Signs.blank(s.charAt(end + 1));
    return bullet ? Signs.strip(s.substring(end + 1)) : s;
  }

  /// `**Name**: words` and `**Name:** words`.
  private static String withoutBold(String s) {
    boolean bold = s.startsWith("**") || s.startsWith("__");
    int end = bold ? s.indexOf(s.substring(0, 2), 2) : -1;
    if (end < 3) {
      return s;
    }
    String name = s.substring(2, end);
    String rest = s.substring(end + 2);
    boolean colonWithin = Signs.colon(name.charAt(name.length() - 1));
    boolean colonAfter = !rest.isEmpty() && Signs.colon(rest.charAt(0));
    return colonWithin || colonAfter ? name + rest : s;
  }
}
