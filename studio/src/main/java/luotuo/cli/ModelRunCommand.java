package luotuo.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import luotuo.app.Opens;
import luotuo.app.Speaking;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.store.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks a language model itself, without any character.
@Command(name = "run")
final class ModelRunCommand implements Callable<Integer> {
  private final Session session;
  private final Opens opens;

  @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "opened")
  String name = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PROMPT", descriptionKey = "prompt")
  List<String> prompt = List.of();

  @Option(names = "--system", paramLabel = "TEXT")
  String system = "";

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  ModelRunCommand(Session session, Opens opens) {
    this.session = session;
    this.opens = opens;
  }

  @Override
  public Integer call() {
    Speaking how =
        records.speaking(session, Optional.of(name), calls.budget, calls.wishes(session));
    ChatRequest request = request(how.sampling());
    try (ChatModel model = opens.chat(how)) {
      long began = System.nanoTime();
      Completion completion = model.complete(request, this::stream);
      double seconds = (System.nanoTime() - began) / 1e9;
      if (session.json()) {
        session.output().json(shape(model, completion, seconds));
      } else {
        end(completion, seconds);
      }
    } finally {
      enter(request);
    }
    return Program.DONE;
  }

  private void enter(ChatRequest request) {
    String text = request.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    session
        .studio()
        .enter(
            "model run",
            name,
            entry -> entry.withData(Hash.sha256(text), "", 1).withEffort(records.effort));
  }

  private ChatRequest request(Sampling sampling) {
    List<Message> messages = new ArrayList<>();
    if (!system.isBlank()) {
      messages.add(Message.system(system));
    }
    messages.add(Message.user(Typed.clean(String.join(" ", prompt))));
    return new ChatRequest(messages, sampling);
  }

  /// What the model thinks is for who watches; it is no part of the output.
  private void stream(Piece piece) {
    if (session.json()) {
      return;
    }
    Streams streams = session.streams();
    switch (piece) {
      case Piece.Said(String text) -> {
        streams.out().print(Printable.text(text));
        if (streams.out().checkError()) {
          throw new Output.BrokenPipe();
        }
      }
      case Piece.Thought(String text) -> {
        if (streams.watched()) {
          streams.err().print(Printable.text(text));
          streams.err().flush();
        }
      }
    }
  }

  private void end(Completion completion, double seconds) {
    session.output().line("");
    if (session.streams().watched()) {
      Usage usage = completion.usage();
      session.remark(
          session.words(
              "model.run.usage",
              usage.prompt(),
              usage.reply(),
              String.format(Locale.ROOT, "%.1f", seconds)));
    }
  }

  private static Map<String, Object> shape(ChatModel model, Completion completion, double seconds) {
    Usage usage = completion.usage();
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("model", model.name());
    shape.put("text", completion.text());
    shape.put("thoughts", completion.thoughts());
    shape.put("finish", completion.finish().name().toLowerCase(Locale.ROOT));
    shape.put("promptTokens", usage.prompt());
    shape.put("cachedTokens", usage.cached());
    shape.put("replyTokens", usage.reply());
    shape.put("counted", usage.counted());
    shape.put("seconds", seconds);
    return shape;
  }
}
