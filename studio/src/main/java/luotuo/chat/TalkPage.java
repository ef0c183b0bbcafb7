package luotuo.chat;

/// A talk as Markdown for people: who said what, and under it what it rests on.
final class TalkPage {
  private final StringBuilder page = new StringBuilder();

  /// @param head what stands in its first line
  TalkPage(String head) {
    page.append("# ").append(oneLine(head)).append("\n\n");
  }

  /// Something that stands by itself.
  TalkPage line(String text) {
    page.append(oneLine(text)).append('\n');
    return this;
  }

  void say(String who, String text) {
    page.append("\n**").append(oneLine(who)).append("**: ");
    page.append(text.strip().replace("\n", "  \n")).append('\n');
  }

  void rest(Evidence evidence) {
    page.append("\n> ").append(evidence.source()).append(" — ");
    page.append(oneLine(evidence.quote())).append('\n');
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
