package luotuo.model.scripted;

import java.util.List;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Stops;
import luotuo.model.Usage;

/// One reply being told, a few characters at a time.
final class Telling {
  private static final int PIECE = 3;

  private final Rule rule;
  private final Consumer<Piece> pieces;
  private int spent;

  Telling(Rule rule, Consumer<Piece> pieces) {
    this.rule = rule;
    this.pieces = pieces;
  }

  Completion tell(Sampling sampling, int prompt) {
    int room = Math.min(sampling.maximum(), ScriptedModel.CONTEXT - prompt);
    String thoughts = told(new Stops(List.of()), rule.thoughts(), room, Piece.Thought::new);
    Stops stops = new Stops(sampling.stops());
    String text = told(stops, rule.reply(), room, Piece.Said::new);
    boolean cut = !stops.stopped() && spent < length(rule.thoughts()) + length(rule.reply());
    Finish finish = cut ? Finish.LENGTH : stops.stopped() ? Finish.STOP : rule.finish();
    return new Completion(text, thoughts, finish, new Usage(prompt, 0, spent, true), List.of());
  }

  private interface Form {
    Piece of(String text);
  }

  private String told(Stops stops, String text, int room, Form form) {
    StringBuilder all = new StringBuilder();
    int[] points = text.codePoints().limit(room - spent).toArray();
    for (int at = 0; at < points.length && !stops.stopped(); at += PIECE) {
      int n = Math.min(PIECE, points.length - at);
      pause();
      spent += n;
      tell(all, form, stops.add(new String(points, at, n)));
    }
    tell(all, form, stops.end());
    return all.toString();
  }

  private void tell(StringBuilder all, Form form, String text) {
    Cancelled.check();
    if (!text.isEmpty()) {
      all.append(text);
      pieces.accept(form.of(text));
    }
  }

  private void pause() {
    try {
      Thread.sleep(rule.delay());
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
