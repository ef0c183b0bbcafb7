package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt;

/// Draws replies from a language model and lets through what has the form of a reply.
final class Drawing {
  private final ChatModel model;
  private final Persona persona;
  private final Prompt prompt;
  private final List<String> others;
  private final List<String> before;
  private final Optional<Grounds> grounds;
  private final Optional<Support> support;
  private final boolean cites;
  private final Consumer<Piece> pieces;

  /// @param others who may begin to speak where the persona ought to be done
  /// @param before the persona's latest replies
  /// @param grounds what claims are held against, where they are
  /// @param support the same for what likelihood tells, where it does; a model cannot be asked that
  ///   while it speaks, so that from the first sentence on that needs it words wait until the reply
  ///   is whole
  /// @param cites whether the model was asked to mark what its words rest on
  Drawing(
      ChatModel model,
      Persona persona,
      Prompt prompt,
      List<String> others,
      List<String> before,
      Optional<Grounds> grounds,
      Optional<Support> support,
      boolean cites,
      Consumer<Piece> pieces) {
    this.model = model;
    this.persona = persona;
    this.prompt = prompt;
    this.others = List.copyOf(others);
    this.before = List.copyOf(before);
    this.grounds = grounds;
    this.support = support;
    this.cites = cites;
    this.pieces = pieces;
  }

  /// One draw.
  ///
  /// @param text what passed, without marks of what it rests on; empty where nothing did
  /// @param cited the numbers in those marks
  /// @param slip why it was cut or came to nothing
  record Drawn(String text, Set<Integer> cited, Optional<Slip> slip, Completion completion) {}

  Drawn draw(Sampling sampling) {
    ReplyForm form = new ReplyForm(persona, others, ReplyForm.recited(persona, prompt), before);
    List<String> told = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    Gate gate =
        new Gate(sentence -> slip(form, words(sentence)), passed -> take(passed, told, waiting));
    SpokenLine line = new SpokenLine(persona.names(), others, gate::write);
    Completion completion =
        model.complete(
            new ChatRequest(prompt.messages(), sampling.withStops(stops(sampling))),
            piece -> write(piece, line));
    line.end();
    gate.end();
    List<String> supported = supported(waiting);
    boolean all = supported.size() == waiting.size();
    supported.forEach(sentence -> tell(sentence, told));
    return drawn(
        String.join("", told), all ? gate.slip() : Optional.of(Slip.UNFOUNDED), completion);
  }

  private void take(String sentence, List<String> told, List<String> waiting) {
    if (waiting.isEmpty() && support.stream().allMatch(by -> by.isPlain(words(sentence)))) {
      tell(sentence, told);
    } else {
      waiting.add(sentence);
    }
  }

  private void tell(String sentence, List<String> told) {
    told.add(sentence);
    say(sentence);
  }

  /// The sentences before the first that is not.
  private List<String> supported(List<String> sentences) {
    return sentences.stream()
        .takeWhile(sentence -> support.stream().allMatch(by -> by.holds(words(sentence))))
        .toList();
  }

  private Drawn drawn(String passed, Optional<Slip> slip, Completion completion) {
    String text = words(passed);
    Set<Integer> cited = cites ? Citations.in(passed) : Set.of();
    Optional<Slip> why = text.isEmpty() ? slip.or(() -> Optional.of(Slip.WORDLESS)) : slip;
    return new Drawn(text, cited, why, completion);
  }

  /// Those that were asked for, and whatever begins the words of another.
  private List<String> stops(Sampling sampling) {
    List<String> names = new ArrayList<>(persona.names());
    names.addAll(others);
    List<String> stops = new ArrayList<>(sampling.stops());
    stops.addAll(SpokenLine.stops(names));
    return stops;
  }

  private void write(Piece piece, SpokenLine line) {
    switch (piece) {
      case Piece.Said said -> line.write(said.text());
      case Piece.Thought thought -> pieces.accept(thought);
    }
  }

  private void say(String sentence) {
    String words = words(sentence);
    if (!words.isEmpty()) {
      pieces.accept(new Piece.Said(words));
    }
  }

  private String words(String sentence) {
    return cites ? Citations.without(sentence) : sentence;
  }

  private Optional<Slip> slip(ReplyForm form, String sentence) {
    if (sentence.isBlank()) {
      return Optional.empty();
    }
    Optional<Slip> slip = form.slip(sentence);
    boolean unfounded =
        slip.isEmpty() && grounds.flatMap(known -> known.unfounded(sentence)).isPresent();
    return unfounded ? Optional.of(Slip.UNFOUNDED) : slip;
  }
}
