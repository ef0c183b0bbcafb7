package luotuo.model.remote;

import java.util.List;
import java.util.regex.Pattern;
import luotuo.json.MalformedException;

/// What a server says is wrong, in its own words.
///
/// @param message one line, never long; empty where it says nothing
/// @param code the server's own name or number for it; empty where there is none
/// @param structured whether it came as JSON, that is, from the service and not from what stands
///   before it
record Complaint(String message, String code, boolean structured) {
  private static final int MOST = 400;
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /// @param body the answer, whatever it is
  static Complaint of(String body) {
    try {
      return of(Loose.read(body));
    } catch (MalformedException e) {
      return new Complaint(shown(body), "", false);
    }
  }

  /// The forms seen: `{error: {message, code, type}}`, `{error: "…"}`, `{message}`, `{detail:
  /// "…"}`, `{detail: [{msg}]}`, `{error: {metadata: {raw}}}`.
  static Complaint of(Loose answer) {
    Loose error = answer.get("error");
    Loose about = error.get("message").there() ? error : answer;
    String text = error.text().isEmpty() ? about.any("message", "msg").text() : error.text();
    String detail = answer.get("detail").text();
    List<Loose> details = answer.get("detail").all();
    if (text.isEmpty()) {
      text = detail;
    }
    if (text.isEmpty() && !details.isEmpty()) {
      Loose first = details.getFirst();
      text = first.get("msg").text() + places(first);
    }
    String raw = error.get("metadata").get("raw").text();
    return new Complaint(shown(raw.isEmpty() ? text : text + " " + raw), code(about, error), true);
  }

  private static String places(Loose detail) {
    StringBuilder places = new StringBuilder();
    detail.get("loc").all().forEach(place -> places.append(' ').append(place.text()));
    return places.toString();
  }

  private static String code(Loose about, Loose error) {
    Loose code = about.get("code").there() ? about.get("code") : error.get("code");
    Object value = code.there() ? code.value() : about.get("type").value();
    return value == null ? "" : String.valueOf(value);
  }

  /// A page is shown as its title, or without its tags.
  static String shown(String body) {
    var title = TITLE.matcher(body);
    boolean page = body.stripLeading().startsWith("<");
    String text =
        page && title.find() ? title.group(1) : page ? body.replaceAll("<[^>]*>", " ") : body;
    String line = BLANKS.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
  }

  /// Whether it speaks of this, as a word of its own.
  boolean names(String word) {
    return Pattern.compile("(?<![A-Za-z_])" + Pattern.quote(word) + "(?![A-Za-z_])")
        .matcher(message)
        .find();
  }
}
