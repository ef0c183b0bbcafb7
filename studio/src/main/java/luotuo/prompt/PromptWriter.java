package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.Message;
import luotuo.prompt.Prompt.Kind;
import luotuo.prompt.Prompt.Part;

/// Writes prompts that fit: the persona first, which never changes and stays in a model's prefix
/// cache, then the history, and last, beside the question, the scenes that came to mind.
///
/// All sizes are in tokens of the model. Scenes may take two fifths of what the persona and the
/// question leave, history takes the rest; what finds no room is left out, the farthest scene and
/// the oldest turn first.
public final class PromptWriter {
  private static final double SCENES = 0.4;
  private static final double PERSONA_MOST = 0.5;
  private static final int LEAST = 64;

  private final ChatModel model;
  private final int room;

  /// @param model whose tokens count; it is not asked for words
  /// @param room tokens that a prompt may have
  public PromptWriter(ChatModel model, int room) {
    this.model = model;
    this.room = room;
  }

  /// @throws Failure `prompt.tooLong` if the question alone does not fit
  public Prompt write(Occasion occasion) {
    Wording wording = new Wording(occasion.persona());
    String persona = cut(wording.persona(), (int) (room * PERSONA_MOST));
    int asked = count(wording.question(occasion.asker(), occasion.question(), true));
    int free = room - count(persona) - asked - LEAST;
    if (free < 0) {
      throw Failure.of("prompt.tooLong", asked, room);
    }
    List<Excerpt> scenes = scenes(occasion.recalled(), (int) (free * SCENES));
    int left = free - (scenes.isEmpty() ? 0 : count(wording.scenes(scenes)));
    List<Exchange> history = history(occasion.history(), left, wording);
    return fitting(occasion, wording, persona, history, scenes);
  }

  /// Counts the whole, and leaves out more where marks make it too long.
  private Prompt fitting(
      Occasion occasion,
      Wording wording,
      String persona,
      List<Exchange> history,
      List<Excerpt> scenes) {
    List<Exchange> turns = new ArrayList<>(history);
    List<Excerpt> shown = new ArrayList<>(scenes);
    List<Message> messages = messages(occasion, wording, persona, turns, shown);
    while (model.count(messages) > room) {
      if (!turns.isEmpty()) {
        turns.removeFirst();
      } else if (!shown.isEmpty()) {
        shown.removeLast();
      } else {
        throw Failure.of("prompt.tooLong", model.count(messages), room);
      }
      messages = messages(occasion, wording, persona, turns, shown);
    }
    return prompt(occasion, wording, persona, turns, shown, messages);
  }

  private static List<Message> messages(
      Occasion occasion,
      Wording wording,
      String persona,
      List<Exchange> history,
      List<Excerpt> scenes) {
    List<Message> messages = new ArrayList<>();
    messages.add(Message.system(persona));
    for (Exchange exchange : history) {
      messages.add(Message.user(wording.said(exchange.asker(), exchange.said())));
      messages.add(Message.assistant(exchange.replied()));
    }
    String shown = scenes.isEmpty() ? "" : wording.scenes(scenes);
    boolean after = !scenes.isEmpty();
    messages.add(
        Message.user(shown + wording.question(occasion.asker(), occasion.question(), after)));
    return messages;
  }

  private Prompt prompt(
      Occasion occasion,
      Wording wording,
      String persona,
      List<Exchange> history,
      List<Excerpt> scenes,
      List<Message> messages) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Kind.PERSONA, persona, count(persona), 0));
    String past = past(history, wording);
    parts.add(part(Kind.HISTORY, past, occasion.history().size() - history.size()));
    String shown = scenes.isEmpty() ? "" : wording.scenes(scenes);
    parts.add(part(Kind.SCENES, shown, occasion.recalled().size() - scenes.size()));
    String asked = wording.question(occasion.asker(), occasion.question(), !scenes.isEmpty());
    parts.add(part(Kind.QUESTION, asked, 0));
    int tokens = model.count(messages);
    int marks = tokens - parts.stream().mapToInt(Part::tokens).sum();
    parts.add(new Part(Kind.MARKS, "", marks, 0));
    return new Prompt(parts, messages, tokens, scenes);
  }

  private static String past(List<Exchange> history, Wording wording) {
    List<String> lines = new ArrayList<>();
    for (Exchange exchange : history) {
      lines.add(wording.said(exchange.asker(), exchange.said()));
      lines.add(exchange.replied());
    }
    return String.join("\n", lines);
  }

  private Part part(Kind kind, String text, int leftOut) {
    return new Part(kind, text, count(text), leftOut);
  }

  private List<Excerpt> scenes(List<Excerpt> recalled, int most) {
    List<Excerpt> chosen = new ArrayList<>();
    int left = most;
    for (Excerpt excerpt : recalled) {
      int needed = count(excerpt.text());
      if (needed <= left) {
        chosen.add(excerpt);
        left -= needed;
      }
    }
    return widened(chosen, left);
  }

  /// What is left when every scene has found room shows more of the scenes, the nearest first.
  private List<Excerpt> widened(List<Excerpt> chosen, int over) {
    List<Excerpt> widened = new ArrayList<>();
    int left = over;
    for (Excerpt excerpt : chosen) {
      int now = count(excerpt.text());
      Excerpt wide = excerpt.widened(now + left, model.tokens());
      left -= count(wide.text()) - now;
      widened.add(wide);
    }
    return widened;
  }

  private List<Exchange> history(List<Exchange> all, int room, Wording wording) {
    int left = room;
    int from = all.size();
    while (from > 0) {
      Exchange exchange = all.get(from - 1);
      left -= count(wording.said(exchange.asker(), exchange.said())) + count(exchange.replied());
      if (left < 0) {
        break;
      }
      from--;
    }
    return all.subList(from, all.size());
  }

  /// As many of the first characters as fit, up to the end of a sentence where there is one.
  private String cut(String text, int most) {
    if (count(text) <= most) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (count(text.substring(0, middle)) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    String fits = text.substring(0, low > 0 && low < text.length() ? whole(text, low) : low);
    int end =
        Math.max(Math.max(fits.lastIndexOf('。'), fits.lastIndexOf('.')), fits.lastIndexOf('\n'));
    return end > low / 2 ? fits.substring(0, end + 1) : fits;
  }

  /// Not between the two halves of a character.
  private static int whole(String text, int end) {
    return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end - 1 : end;
  }

  private int count(String text) {
    return text.isEmpty() ? 0 : model.tokens().count(text);
  }
}
