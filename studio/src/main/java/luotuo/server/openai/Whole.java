package luotuo.server.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.model.Piece;
import luotuo.model.Usage;
import luotuo.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// Replies as one `chat.completion`.
final class Whole implements Telling {
  private final Exchange exchange;
  private final Call call;
  private final Heading heading;

  Whole(Exchange exchange, Call call, Heading heading) {
    this.exchange = exchange;
    this.call = call;
    this.heading = heading;
  }

  @Override
  public void waits(int position) {}

  @Override
  public void piece(int reply, Piece piece) {}

  @Override
  public void end(int reply, Said said) {}

  @Override
  public void done(List<Said> all) {
    List<Map<String, @Nullable Object>> choices = new ArrayList<>();
    for (Said said : all) {
      choices.add(choice(choices.size(), said));
    }
    Map<String, @Nullable Object> shape = heading.shape("chat.completion");
    shape.put("choices", choices);
    shape.put("usage", Shapes.usage(usage(all)));
    shape.put("luotuo", Shapes.why(all.getFirst().answer(), all.getFirst().voice()));
    exchange.json(shape);
  }

  private Map<String, @Nullable Object> choice(int index, Said said) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("role", "assistant");
    message.put("content", said.text());
    message.put("refusal", null);
    if (!said.thoughts().isEmpty()) {
      message.put("reasoning_content", said.thoughts());
    }
    Map<String, @Nullable Object> choice = new LinkedHashMap<>();
    choice.put("index", index);
    choice.put("message", message);
    choice.put("logprobs", null);
    if (call.likelihoods()) {
      said.answer()
          .completion()
          .ifPresent(told -> choice.put("logprobs", Shapes.likelihoods(told.tokens())));
    }
    choice.put("finish_reason", Shapes.finish(said.finish()));
    if (call.replies() > 1) {
      choice.put("luotuo", Shapes.why(said.answer(), said.voice()));
    }
    return choice;
  }

  /// What all replies took together.
  static Usage usage(List<Said> all) {
    return all.stream()
        .map(said -> said.answer().usage())
        .reduce(
            Usage.NONE,
            (a, b) ->
                new Usage(
                    a.prompt() + b.prompt(),
                    a.cached() + b.cached(),
                    a.reply() + b.reply(),
                    a.counted() && b.counted()));
  }
}
