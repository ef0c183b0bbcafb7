package luotuo.model.gguf.template;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.model.Message;

/// The template of a file: what its model was trained to see round messages.
///
/// Templates are written in Jinja. This is a strict interpreter of the part of it that chat
/// templates use, with the settings of the `transformers` library: `trim_blocks`, `lstrip_blocks`,
/// loop controls, `raise_exception`, `strftime_now`, and `tools` and `documents` that are `none`.
/// What it does not know is a [Failure] that names the line, never another prompt than the model
/// expects. A template comes from a file of anybody's: steps, depth and output are bounded, and it
/// can reach nothing but its variables and today's date.
///
/// @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja's language</a>
public final class ChatTemplate {
  /// Chars of a source; the longest known ones have some 20,000.
  private static final int LONGEST = 500_000;

  private final Faults faults;
  private final List<Statement> statements;
  private final Clock clock;

  private ChatTemplate(Faults faults, List<Statement> statements, Clock clock) {
    this.faults = faults;
    this.statements = statements;
    this.clock = clock;
  }

  /// @param file that has the template, for messages
  /// @throws Failure `model.template.unknown` for what is not known or not closed,
  ///   `model.template.endless` if it is too long or nests too deep
  public static ChatTemplate of(String file, String source) {
    return of(file, source, Clock.systemDefaultZone());
  }

  static ChatTemplate of(String file, String source, Clock clock) {
    var faults = new Faults(file);
    if (source.length() > LONGEST) {
      throw faults.endless(1);
    }
    return new ChatTemplate(faults, Statements.of(faults, source), clock);
  }

  /// @param open whether the assistant's turn is begun at the end
  /// @param marks texts that the vocabulary has: `bos_token`, `eos_token` …
  /// @throws Failure `model.template.raised` with the template's own sentence where it refuses
  ///   these messages; `model.template.unknown` or `model.template.value` for what this interpreter
  ///   cannot do; `model.template.endless` for a template that does not end
  public String render(List<Message> messages, boolean open, Map<String, String> marks) {
    return render(messages, open, marks, Map.of());
  }

  /// @param variables further ones, such as `enable_thinking`: strings, numbers, booleans, lists
  ///   and maps of these
  public String render(
      List<Message> messages,
      boolean open,
      Map<String, String> marks,
      Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(marks);
    all.put("messages", messages.stream().map(ChatTemplate::fields).toList());
    all.put("add_generation_prompt", open);
    all.put("tools", null);
    all.put("documents", null);
    all.putAll(variables);
    Map<String, Value> values = new HashMap<>();
    all.forEach((name, value) -> values.put(name, Value.of(value)));
    long chars = messages.stream().mapToLong(message -> message.text().length()).sum();
    var budget = new Budget(faults, chars);
    try {
      return new Interpreter(budget, clock).run(statements, values);
    } catch (Value.TooDeep _) {
      throw faults.endless(budget.line());
    }
  }

  private static Map<String, Object> fields(Message message) {
    Map<String, Object> fields = new LinkedHashMap<>(); // a template may print it: in this order
    fields.put("role", message.role().id());
    fields.put("content", message.text());
    return fields;
  }
}
