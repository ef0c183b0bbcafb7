package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.Message;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt.Kind;
import luotuo.prompt.Prompt.Part;

/// Writes prompts that fit: the persona first, which never changes and stays in a model's prefix
/// cache, then the history, and last, beside the question, what is remembered of the asker and the
/// scenes that came to mind.
///
/// All sizes are in tokens of the model. [Shares] says what each part may take; what finds no room
/// is left out by its worth, the farthest scene, the least memory and the oldest turn first, and
/// the prompt says so.
public final class PromptWriter {
  /// Kept free for the marks round messages, at first; then the whole is counted.
  private static final int LEAST = 64;

  private final ChatModel model;
  private final int room;
  private final Shares shares;
  private final Templates templates;
  private final boolean cites;
  private final Fit fit;

  /// @param model whose tokens count; it is not asked for words
  /// @param room tokens that a prompt may have
  public PromptWriter(ChatModel model, int room, Shares shares, Templates templates) {
    this(model, room, shares, templates, false);
  }

  /// @param cites whether the model is asked to name the scenes that its words rest on
  public PromptWriter(
      ChatModel model, int room, Shares shares, Templates templates, boolean cites) {
    this.model = model;
    this.room = room;
    this.shares = shares;
    this.templates = templates;
    this.cites = cites;
    this.fit = new Fit(model.tokens());
  }

  /// @throws Failure `prompt.tooLong` if the question alone does not fit
  public Prompt write(Occasion occasion) {
    Wording wording = new Wording(occasion.persona(), templates);
    Draft draft = new Draft(occasion, wording, cites);
    int most = (int) (room * shares.persona());
    draft.slotted = slotted(occasion, most / 2);
    draft.persona = fit.cut(wording.persona(draft.instructions()), most);
    int asked = fit.count(wording.question(occasion.asker(), occasion.question(), true));
    int free = room - fit.count(draft.persona) - asked - LEAST;
    if (free < 0) {
      throw Failure.of("prompt.tooLong", asked, room);
    }
    draft.scenes = fit.scenes(occasion.recalled(), (int) (free * shares.scenes()));
    draft.memories = fit.lines(occasion.memories(), (int) (free * shares.memories()));
    draft.summary = fit.cut(occasion.summary(), (int) (free * shares.summary()));
    int left = free - fit.count(draft.beside()) - fit.count(wording.summary(draft.summary));
    int latest = Math.min(left, (int) (free * shares.history()));
    draft.history = history(occasion.history(), latest, wording);
    shorten(draft);
    return prompt(draft);
  }

  private List<List<Excerpt>> slotted(Occasion occasion, int room) {
    List<List<Excerpt>> fitting = new ArrayList<>();
    int left = room;
    for (List<Excerpt> scenes : occasion.slotted()) {
      List<Excerpt> here = fit.whole(scenes, left);
      left -= here.stream().mapToInt(scene -> fit.count(scene.text())).sum();
      fitting.add(here);
    }
    return fitting;
  }

  /// What is being written.
  private static final class Draft {
    final Occasion occasion;
    final Wording wording;
    final boolean cites;
    String persona = "";
    String summary = "";
    List<Exchange> history = List.of();
    List<String> memories = List.of();
    List<Excerpt> scenes = List.of();
    List<List<Excerpt>> slotted = List.of();

    Draft(Occasion occasion, Wording wording, boolean cites) {
      this.occasion = occasion;
      this.wording = wording;
      this.cites = cites;
    }

    /// The persona's own, with their slots filled.
    String instructions() {
      return Slots.filled(occasion.persona().instructions(), slotted);
    }

    String scenes() {
      return cites ? wording.numbered(scenes) : wording.scenes(scenes);
    }

    /// What stands before the question in its message.
    String beside() {
      return joined(wording.memories(memories), scenes());
    }

    String question() {
      boolean after = !beside().isEmpty();
      return wording.question(occasion.asker(), occasion.question(), after);
    }

    List<Message> messages() {
      List<Message> messages = new ArrayList<>();
      messages.add(Message.system(joined(persona, wording.summary(summary))));
      for (Exchange exchange : history) {
        messages.add(Message.user(wording.said(exchange.asker(), exchange.said())));
        messages.add(Message.assistant(exchange.replied()));
      }
      messages.add(Message.user(joined(beside(), question())));
      return messages;
    }
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + "\n\n" + other;
  }

  /// The messages of a prompt with other scenes in the place of its own; all before them is the
  /// same.
  public List<Message> withScenes(Prompt prompt, Persona persona, List<Excerpt> scenes) {
    String shown = new Wording(persona, templates).scenes(scenes);
    String beside = joined(prompt.text(Kind.MEMORIES), shown);
    List<Message> messages = new ArrayList<>(prompt.messages());
    messages.removeLast();
    messages.add(Message.user(joined(beside, prompt.text(Kind.QUESTION))));
    return messages;
  }

  /// Counts the whole, and leaves out more where marks make it too long.
  private void shorten(Draft draft) {
    while (model.count(draft.messages()) > room) {
      if (!draft.history.isEmpty()) {
        draft.history = draft.history.subList(1, draft.history.size());
      } else if (!draft.scenes.isEmpty()) {
        draft.scenes = draft.scenes.subList(0, draft.scenes.size() - 1);
      } else if (!draft.memories.isEmpty()) {
        draft.memories = draft.memories.subList(0, draft.memories.size() - 1);
      } else {
        throw Failure.of("prompt.tooLong", model.count(draft.messages()), room);
      }
    }
  }

  private Prompt prompt(Draft draft) {
    Wording wording = draft.wording;
    Occasion all = draft.occasion;
    List<Part> parts = new ArrayList<>();
    String instructions = wording.persona(draft.instructions());
    parts.add(part(Kind.PERSONA, draft.persona, missing(instructions, draft.persona)));
    String summary = wording.summary(draft.summary);
    parts.add(part(Kind.SUMMARY, summary, missing(all.summary(), draft.summary)));
    parts.add(part(Kind.HISTORY, past(draft.history, wording), forgotten(draft)));
    List<String> memories = all.memories().subList(draft.memories.size(), all.memories().size());
    parts.add(part(Kind.MEMORIES, wording.memories(draft.memories), memories));
    parts.add(part(Kind.SCENES, draft.scenes(), unshown(draft)));
    parts.add(part(Kind.QUESTION, draft.question(), List.of()));
    List<Message> messages = draft.messages();
    int tokens = model.count(messages);
    int marks = tokens - parts.stream().mapToInt(Part::tokens).sum();
    parts.add(new Part(Kind.MARKS, "", marks, List.of()));
    List<Excerpt> scenes = new ArrayList<>(draft.scenes);
    draft.slotted.forEach(scenes::addAll);
    return new Prompt(parts, messages, tokens, scenes, draft.history.size());
  }

  private static List<String> missing(String whole, String shown) {
    int characters = whole.strip().length() - shown.strip().length();
    return characters > 0 ? List.of("… " + characters) : List.of();
  }

  private static List<String> forgotten(Draft draft) {
    List<Exchange> all = draft.occasion.history();
    return all.subList(0, all.size() - draft.history.size()).stream().map(Exchange::said).toList();
  }

  private static List<String> unshown(Draft draft) {
    List<String> shown = draft.scenes.stream().map(e -> e.scene().id()).toList();
    return draft.occasion.recalled().stream()
        .map(excerpt -> excerpt.scene().id())
        .filter(id -> !shown.contains(id))
        .toList();
  }

  private static String past(List<Exchange> history, Wording wording) {
    List<String> lines = new ArrayList<>();
    for (Exchange exchange : history) {
      lines.add(wording.said(exchange.asker(), exchange.said()));
      lines.add(exchange.replied());
    }
    return String.join("\n", lines);
  }

  private Part part(Kind kind, String text, List<String> leftOut) {
    return new Part(kind, text, fit.count(text), leftOut);
  }

  private List<Exchange> history(List<Exchange> all, int room, Wording wording) {
    int left = room;
    int from = all.size();
    while (from > 0) {
      Exchange exchange = all.get(from - 1);
      left -=
          fit.count(wording.said(exchange.asker(), exchange.said()))
              + fit.count(exchange.replied());
      if (left < 0) {
        break;
      }
      from--;
    }
    return all.subList(from, all.size());
  }
}
