package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Consumer<Piece> pieces;

  /// @param others who may begin to speak where the persona ought to be done
  /// @param before the persona's latest replies
  /// @param grounds what claims are held against, where they are
  Drawing(
      ChatModel model,
      Persona persona,
      Prompt prompt,
      List<String> others,
      List<String> before,
      Optional<Grounds> grounds,
      Consumer<Piece> pieces) {
    this.model = model;
    this.persona = persona;
    this.prompt = prompt;
    this.others = List.copyOf(others);
    this.before = List.copyOf(before);
    this.grounds = grounds;
    this.pieces = pieces;
  }

  /// One draw.
  ///
  /// @param text what passed; empty where nothing did
  /// @param slip why it was cut or came to nothing
  record Drawn(String text, Optional<Slip> slip, Completion completion) {}

  Drawn draw(Sampling sampling) {
    ReplyForm form = new ReplyForm(persona, others, ReplyForm.recited(persona, prompt), before);
    Gate gate = new Gate(sentence -> slip(form, sentence), this::say);
    SpokenLine line = new SpokenLine(persona.names(), others, gate::write);
    Completion completion =
        model.complete(
            new ChatRequest(prompt.messages(), sampling.withStops(stops(sampling))),
            piece -> write(piece, line));
    line.end();
    String text = gate.end();
    Optional<Slip> slip =
        text.isEmpty() ? Optional.of(gate.slip().orElse(Slip.WORDLESS)) : gate.slip();
    return new Drawn(text, slip, completion);
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
    pieces.accept(new Piece.Said(sentence));
  }

  private Optional<Slip> slip(ReplyForm form, String sentence) {
    Optional<Slip> slip = form.slip(sentence);
    boolean unfounded =
        slip.isEmpty() && grounds.flatMap(known -> known.unfounded(sentence)).isPresent();
    return unfounded ? Optional.of(Slip.UNFOUNDED) : slip;
  }
}
