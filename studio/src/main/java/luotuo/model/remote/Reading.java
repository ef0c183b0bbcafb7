package luotuo.model.remote;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import luotuo.json.MalformedException;
import org.jspecify.annotations.Nullable;

/// Reads an answer into a reply: a stream of events, or all of it in one JSON object, whatever the
/// server calls it.
final class Reading {
  private static final String DONE = "[DONE]";
  private static final int MOST = 16 << 20;

  /// Reasons to end that are none: the reply is not whole.
  private static final Set<String> BROKEN = Set.of("error", "insufficient_system_resource");

  /// How long usage and end mark are waited for behind the last words.
  private static final Duration AFTERWARDS = Duration.ofSeconds(5);

  private static final Duration AT_THE_END = Duration.ofMillis(100);

  /// Nothing is served at this address, though the status says that all is well.
  static final class Nowhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Patience patience;
  private final Trouble trouble;
  private final Lines lines;
  private final Reply reply;
  private boolean heard;
  private boolean done;

  Reading(Patience patience, Trouble trouble, Inflow inflow, Reply reply) {
    this.patience = patience;
    this.trouble = trouble;
    this.lines = new Lines(inflow);
    this.reply = reply;
  }

  /// @throws TryAgain, luotuo.job.Failure if the reply is not whole
  void read() {
    try {
      begin(line());
    } catch (HttpTimeoutException e) {
      late();
    } catch (Lines.TooMuch e) {
      throw trouble.tooMuch(reply.characters());
    } catch (IOException e) {
      cutUnlessDone();
    } catch (MalformedException e) {
      if (!reply.finished()) {
        throw trouble.malformed(String.valueOf(e.getMessage()));
      }
    }
    reply.end();
  }

  private @Nullable String line() throws IOException {
    String line = lines.next(patience());
    while (line != null && line.isBlank()) {
      line = lines.next(patience());
    }
    heard = true;
    return line;
  }

  private void begin(@Nullable String line) throws IOException {
    if (line == null) {
      throw trouble.cut(0);
    }
    if (Events.beginWith(line)) {
      stream(new Events(lines, line, this::patience));
    } else if (line.stripLeading().startsWith("{")) {
      whole(Loose.read(lines.rest(line, patience())));
    } else {
      throw trouble.malformed(lines.rest(line, AT_THE_END));
    }
  }

  private void stream(Events events) throws IOException {
    String data = events.next();
    while (data != null && !done) {
      event(data.strip());
      data = done ? null : events.next();
    }
    cutUnlessDone();
    drain();
  }

  private void event(String data) {
    if (data.equals(DONE)) {
      done = true;
    } else if (!data.isEmpty() && !(reply.finished() && !data.startsWith("{"))) {
      chunk(Loose.read(data));
      done = reply.stopped();
    }
  }

  private void whole(Loose answer) {
    if (answer.get("choices").all().isEmpty() && !complains(answer)) {
      throw trouble.malformed("no choices");
    }
    chunk(answer);
  }

  private void chunk(Loose chunk) {
    if (complains(chunk)) {
      Complaint complaint = Complaint.of(chunk);
      if (complaint.message().startsWith("Unexpected endpoint")) {
        throw new Nowhere();
      }
      throw trouble.told(complaint, reply.characters());
    }
    reply.take(chunk);
    if (BROKEN.contains(reply.reason())) {
      throw trouble.told(new Complaint(reply.reason(), "", true), reply.characters());
    }
    if (reply.characters() > MOST) {
      throw trouble.tooMuch(reply.characters());
    }
  }

  private static boolean complains(Loose answer) {
    return answer.get("error").there() || answer.get("object").text().equals("error");
  }

  private Duration patience() {
    return reply.finished() ? AFTERWARDS : heard ? patience.between() : patience.first();
  }

  private void late() {
    if (!reply.finished()) {
      throw heard
          ? trouble.stalled(patience.between(), reply.characters())
          : trouble.silent(patience.first());
    }
  }

  private void cutUnlessDone() {
    if (!done && !reply.finished()) {
      throw trouble.cut(reply.characters());
    }
  }

  /// Reads to the end of the answer, if that is near, so that the connection can be used again.
  private void drain() {
    try {
      if (!reply.stopped()) {
        lines.rest("", AT_THE_END);
      }
    } catch (IOException e) {
      // the reply is whole; only the connection is lost
    }
  }
}
