package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.function.Supplier;
import luotuo.job.Failure;
import luotuo.server.http.Exchange;

/// Replies that browsers save as a file.
final class Downloads {
  private Downloads() {}

  /// @param name of the file, of any characters
  static Exchange named(Exchange exchange, String name) {
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
    return exchange.with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }

  /// A talk in the form that `?form=` asks for: Markdown, or JSON Lines.
  ///
  /// @param name of the file, without an ending
  /// @throws Failure `server.choice` if it asks for another form
  static void talk(
      Exchange exchange, String name, Supplier<String> markdown, Supplier<String> jsonLines) {
    String form = exchange.query("form").orElse("md");
    if (!List.of("md", "jsonl").contains(form)) {
      throw Failure.of("server.choice", "form", form, "md, jsonl");
    }
    boolean forPeople = form.equals("md");
    String type = forPeople ? "text/markdown" : "application/jsonl";
    String text = (forPeople ? markdown : jsonLines).get();
    named(exchange, name + "." + form).send(200, type + "; charset=utf-8", text.getBytes(UTF_8));
  }
}
