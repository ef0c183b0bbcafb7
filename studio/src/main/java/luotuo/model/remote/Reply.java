package luotuo.model.remote;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.model.Completion.Finish;
import luotuo.model.Piece;
import luotuo.model.Stops;
import luotuo.model.Usage;
import org.jspecify.annotations.Nullable;

/// A reply as it grows, told piece by piece.
final class Reply implements Thinking.Ear {
  private final Consumer<Piece> pieces;
  private final Stops stops;
  private final Stops whole = new Stops(List.of());
  private final Thinking thinking = new Thinking(this);
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();
  private @Nullable String reason;
  private @Nullable Usage usage;

  Reply(Consumer<Piece> pieces, List<String> stops) {
    this.pieces = pieces;
    this.stops = new Stops(stops);
  }

  /// @param chunk a part of the reply, or the whole
  void take(Loose chunk) {
    count(chunk.get("usage"));
    chunk.get("choices").all().stream()
        .filter(choice -> choice.get("index").count().orElse(0) == 0)
        .findFirst()
        .ifPresent(this::hear);
  }

  private void hear(Loose choice) {
    Loose words = choice.any("delta", "message");
    thought(words.any("reasoning_content", "reasoning").text());
    content(words.get("content"));
    thinking.add(words.get("refusal").text() + choice.get("text").text());
    String finish = choice.get("finish_reason").text();
    if (!finish.isEmpty()) {
      reason = finish;
    }
  }

  /// Text, or parts: `{type: "text", text}`, `{type: "thinking", thinking: …}`.
  private void content(Loose content) {
    thinking.add(content.text());
    for (Loose part : content.all()) {
      thinking.add(part.text() + part.get("text").text());
      thought(part.get("thinking").text());
      part.get("thinking").all().forEach(inner -> thought(inner.get("text").text()));
    }
  }

  private void count(Loose given) {
    OptionalInt prompt = given.get("prompt_tokens").count();
    OptionalInt reply = given.get("completion_tokens").count();
    if (prompt.isPresent() && reply.isPresent()) {
      Loose details = given.get("prompt_tokens_details").get("cached_tokens");
      Loose cached = details.there() ? details : given.get("prompt_cache_hit_tokens");
      int known = Math.min(prompt.getAsInt(), cached.count().orElse(0));
      usage = new Usage(prompt.getAsInt(), known, reply.getAsInt(), true);
    }
  }

  @Override
  public void said(String words) {
    if (!stops.stopped()) {
      tell(text, stops.add(words));
    }
  }

  @Override
  public void thought(String words) {
    if (!stops.stopped()) {
      tell(thoughts, whole.add(words));
    }
  }

  /// All has come: what was held back is told.
  void end() {
    tell(thoughts, whole.end());
    if (!stops.stopped()) {
      thinking.end();
    }
    tell(text, stops.end());
  }

  private void tell(StringBuilder to, String words) {
    Cancelled.check();
    if (!words.isEmpty()) {
      to.append(words);
      pieces.accept(to == text ? new Piece.Said(words) : new Piece.Thought(words));
    }
  }

  /// Whether anything was told.
  boolean told() {
    return characters() > 0;
  }

  int characters() {
    return text.length() + thoughts.length();
  }

  /// Whether a stop text came, behind which nothing counts.
  boolean stopped() {
    return stops.stopped();
  }

  /// Whether the server said why it ended.
  boolean finished() {
    return reason != null;
  }

  /// The server's own word for why it ended; empty where it gave none.
  String reason() {
    return reason == null ? "" : reason;
  }

  Finish finish() {
    return switch (stops.stopped() ? "stop" : reason()) {
      case "length", "max_tokens", "model_length" -> Finish.LENGTH;
      case "content_filter" -> Finish.FILTERED;
      default -> Finish.STOP;
    };
  }

  /// What the server counted.
  @Nullable Usage usage() {
    return usage;
  }

  String text() {
    return text.toString();
  }

  String thoughts() {
    return thoughts.toString();
  }
}
