package luotuo.server.openai;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.json.Json;
import luotuo.model.Piece;
import luotuo.server.http.EventStream;
import org.jspecify.annotations.Nullable;

/// Replies as `chat.completion.chunk`s, each as soon as it is there.
final class Chunks implements Telling {
  private final EventStream events;
  private final Call call;
  private final Heading heading;
  private final Set<Integer> begun = new HashSet<>();

  Chunks(EventStream events, Call call, Heading heading) {
    this.events = events;
    this.call = call;
    this.heading = heading;
  }

  @Override
  public void waits(int position) {
    if (position > 0) {
      events.comment("queue " + position);
    }
  }

  @Override
  public void piece(int reply, Piece piece) {
    begin(reply);
    String key =
        switch (piece) {
          case Piece.Said _ -> "content";
          case Piece.Thought _ -> "reasoning_content";
        };
    send(choice(reply, Map.of(key, piece.text()), null));
  }

  private void begin(int reply) {
    if (begun.add(reply)) {
      Map<String, String> delta = new LinkedHashMap<>();
      delta.put("role", "assistant");
      delta.put("content", "");
      send(choice(reply, delta, null));
    }
  }

  @Override
  public void end(int reply, Said said) {
    begin(reply);
    Map<String, @Nullable Object> choice = choice(reply, Map.of(), Shapes.finish(said.finish()));
    if (call.likelihoods()) {
      said.answer()
          .completion()
          .ifPresent(told -> choice.put("logprobs", Shapes.likelihoods(told.tokens())));
    }
    Map<String, @Nullable Object> chunk = chunk(List.of(choice));
    chunk.put("luotuo", Shapes.why(said.answer(), said.voice()));
    events.data(Json.write(chunk));
  }

  @Override
  public void done(List<Said> all) {
    if (call.counted()) {
      Map<String, @Nullable Object> chunk = chunk(List.of());
      chunk.put("usage", Shapes.usage(Whole.usage(all)));
      events.data(Json.write(chunk));
    }
    events.data("[DONE]");
  }

  private void send(Map<String, @Nullable Object> choice) {
    events.data(Json.write(chunk(List.of(choice))));
  }

  private static Map<String, @Nullable Object> choice(
      int index, Map<String, String> delta, @Nullable String finish) {
    Map<String, @Nullable Object> choice = new LinkedHashMap<>();
    choice.put("index", index);
    choice.put("delta", delta);
    choice.put("logprobs", null);
    choice.put("finish_reason", finish);
    return choice;
  }

  private Map<String, @Nullable Object> chunk(List<Map<String, @Nullable Object>> choices) {
    Map<String, @Nullable Object> chunk = heading.shape("chat.completion.chunk");
    chunk.put("choices", choices);
    if (call.counted()) {
      chunk.put("usage", null);
    }
    return chunk;
  }
}
