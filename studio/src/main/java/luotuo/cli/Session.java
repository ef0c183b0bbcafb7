package luotuo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import luotuo.app.ModelLibrary;
import luotuo.app.Opens;
import luotuo.app.Settings;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Problem;
import luotuo.job.Progress;
import luotuo.model.ChatModel;
import luotuo.model.LikelihoodModel;
import org.jspecify.annotations.Nullable;

/// What the commands of one run share.
final class Session implements AutoCloseable {
  private static final String HISTORY = "history";

  private final Streams streams;
  private final Surroundings surroundings;
  private final Messages messages;
  private final Opening opening;
  private final Settings settings;
  private boolean json;
  private @Nullable PlainLines plain;
  private @Nullable Studio studio;

  Session(Streams streams, Surroundings surroundings, String language, Opening opening) {
    this.opening = opening;
    this.streams = streams;
    this.surroundings = surroundings;
    this.messages = Messages.in(language);
    this.settings = surroundings.settings(language);
  }

  /// How a studio is opened; tests open one with models of their own.
  @FunctionalInterface
  interface Opening {
    Studio open(Settings settings, Progress progress);
  }

  Streams streams() {
    return streams;
  }

  Settings settings() {
    return settings;
  }

  Messages messages() {
    return messages;
  }

  String words(String key, Object... arguments) {
    return messages.of(key, arguments);
  }

  /// Opened by the first command that needs it; that costs nothing by itself.
  Studio studio() {
    Studio open = studio;
    if (open == null) {
      open = opening.open(settings, progress());
      studio = open;
    }
    return open;
  }

  /// Shows at the terminal how far work has come.
  Progress progress() {
    return new ProgressLine(streams, messages);
  }

  /// The language models on disk and those to be had.
  ModelLibrary library() {
    return new ModelLibrary(settings, surroundings.environment());
  }

  /// How a language model is opened; naming this opens nothing yet.
  Opens opens() {
    return new Opens() {
      @Override
      public ChatModel chat(Speaking how) {
        return studio().opens().chat(how);
      }

      @Override
      public LikelihoodModel likelihood(Speaking how) {
        return studio().opens().likelihood(how);
      }
    };
  }

  boolean json() {
    return json;
  }

  void json(boolean to) {
    json = to;
  }

  Output output() {
    return new Output(streams.out(), new Style(streams.shown() && surroundings.allowsColor()));
  }

  /// Whether somebody sits at a terminal and can be asked.
  boolean isInteractive() {
    return streams.typed() && streams.shown() && !json;
  }

  /// The lines of a talk.
  Lines lines(Completions completions) {
    Path root = settings.workspace().root();
    return lines(Optional.of(root.resolve(HISTORY)), completions);
  }

  /// The answer to a single question, which no history keeps.
  Lines answers(Completions completions) {
    return lines(Optional.empty(), completions);
  }

  private Lines lines(Optional<Path> history, Completions completions) {
    if (!isInteractive() || "dumb".equals(surroundings.environment().get("TERM"))) {
      return plainLines();
    }
    settings.workspace().ready(settings.workspace().root());
    try {
      return TerminalLines.system(history, completions);
    } catch (IOException e) {
      return plainLines();
    }
  }

  /// One for the whole run: what it has read ahead is still to come.
  PlainLines plainLines() {
    PlainLines open = plain;
    if (open == null) {
      open = new PlainLines(streams, isInteractive());
      plain = open;
    }
    return open;
  }

  /// A remark that is no part of the output.
  void remark(String text) {
    Style style = new Style(streams.watched() && surroundings.allowsColor());
    streams.err().println(style.dim(Printable.text(text)));
    streams.err().flush();
  }

  void complain(Problem problem) {
    complain(messages.of(problem));
  }

  void complain(String sentence) {
    streams.err().println(Printable.text(sentence));
    streams.err().flush();
  }

  @Override
  public void close() {
    if (studio != null) {
      studio.close();
    }
  }
}
