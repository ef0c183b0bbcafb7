package luotuo.cli;

/// Colours and weights on a terminal; plain text elsewhere.
record Style(boolean colored) {
  private static final String ESCAPE = "\u001b[";

  String dim(String text) {
    return in("2", text);
  }

  String bold(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return colored ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
