package luotuo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;
import luotuo.model.record.Budget;
import luotuo.model.record.BudgetedModel;
import luotuo.model.record.Meter;
import luotuo.model.record.MeteredModel;
import luotuo.model.record.Price;
import luotuo.model.record.Prices;
import luotuo.model.record.RecordingModel;
import luotuo.model.record.ReplayingModel;

/// What recording, replaying, budget and meter add to a call: prompts of some 6,000 characters in
/// 12 messages, replies of 200 pieces, from a model that takes no time. Arguments: an empty folder,
/// how many calls.
final class RecordSpeed {
  private static final int PIECES = 200;

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    int calls = Integer.parseInt(args[1]);
    List<ChatRequest> requests = requests(calls);
    ChatModel instant = new Instant();
    run("no wrapper", instant, requests);
    run("recording", new RecordingModel(instant, folder), requests);
    run("replaying", new ReplayingModel(folder), requests);
    Budget budget = new Budget(Budget.Limits.NONE.withTokens(Long.MAX_VALUE / 2));
    run(
        "budget",
        new BudgetedModel(instant, budget, Prices.read(folder.resolve("prices.yaml"))),
        requests);
    run("meter", new MeteredModel(instant, new Meter(), Price.FREE), requests);
    counts(new RecordingModel(instant, folder), requests);
  }

  private static void run(String what, ChatModel model, List<ChatRequest> requests) {
    double[] micros = new double[requests.size()];
    for (int i = 0; i < micros.length; i++) {
      long began = System.nanoTime();
      model.complete(requests.get(i), piece -> {});
      micros[i] = (System.nanoTime() - began) / 1e3;
    }
    print(what + ", µs a call", micros);
  }

  /// Of texts that were not counted before, as a prompt is made of.
  private static void counts(ChatModel model, List<ChatRequest> requests) {
    double[] micros = new double[requests.size()];
    for (int i = 0; i < micros.length; i++) {
      String text = requests.get(i).messages().getLast().text();
      long began = System.nanoTime();
      model.tokens().count(text);
      micros[i] = (System.nanoTime() - began) / 1e3;
    }
    print("a new count of tokens, recorded, µs", micros);
  }

  /// The first tenth warms up.
  private static void print(String what, double[] all) {
    double[] micros = Arrays.copyOfRange(all, all.length / 10, all.length);
    Arrays.sort(micros);
    System.out.printf(
        "%s: p50 %.0f, p99 %.0f, most %.0f%n",
        what,
        micros[micros.length / 2],
        micros[micros.length * 99 / 100],
        micros[micros.length - 1]);
  }

  private static List<ChatRequest> requests(int calls) {
    Random random = new Random(7);
    List<ChatRequest> requests = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      List<Message> messages = new ArrayList<>();
      messages.add(Message.system(text(random, 2000)));
      for (int turn = 0; turn < 5; turn++) {
        messages.add(Message.user(text(random, 300)));
        messages.add(Message.assistant(text(random, 300)));
      }
      messages.add(Message.user(text(random, 1000)));
      requests.add(new ChatRequest(messages, Sampling.DEFAULT));
    }
    return requests;
  }

  private static String text(Random random, int characters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      text.append((char) ('一' + random.nextInt(5000)));
    }
    return text.toString();
  }

  private record Instant() implements ChatModel {
    @Override
    public String name() {
      return "instant";
    }

    @Override
    public int context() {
      return 32_768;
    }

    @Override
    public TokenCounter tokens() {
      return String::length;
    }

    @Override
    public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
      for (int i = 0; i < PIECES; i++) {
        pieces.accept(new Piece.Said("骆驼"));
      }
      var usage = new Usage(6000, 0, PIECES, true);
      return new Completion("骆驼".repeat(PIECES), "", Completion.Finish.STOP, usage, List.of());
    }

    @Override
    public void close() {}
  }
}
