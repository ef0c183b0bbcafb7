package luotuo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luotuo.job.Cancelled;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;

/// What a talk with a GGUF model costs beside its tokens: opening it, the first word of the tenth
/// turn with and without what was computed before, and what 200 talks that are broken off half way
/// leave behind. Argument: a file with a chat template.
final class EngineTalk {
  private static final int TURNS = 10;
  private static final int TALKS = 200;
  private static final String RULES =
      "You are a ferryman on a wide river. You answer in one short sentence, and you never leave "
          + "your boat. You know the river, its fish, its weather and the people who cross it. ";

  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    double open = open(file);
    try (GgufModel model = GgufModel.open(file, GgufOptions.DEFAULT)) {
      for (int i = 0; i < 3; i++) {
        talk(model, "Warm " + i + ". " + RULES.repeat(3));
      }
      List<Message> talk = talk(model, RULES.repeat(3));
      double[] with = firstWord(model, talk);
      talk.set(0, Message.system("Another. " + RULES.repeat(3)));
      double[] without = firstWord(model, talk);
      System.out.printf(
          Locale.ROOT,
          "opening %.3f s; turn %d, %.0f tokens: first word %.3f s with reuse (%.0f cached), %.3f s"
              + " without (%.0f cached), ratio %.1f%n",
          open,
          TURNS,
          with[2],
          with[0],
          with[1],
          without[0],
          without[1],
          without[0] / with[0]);
    }
    breakOff(file);
  }

  private static double open(Path file) {
    GgufModel.open(file, GgufOptions.DEFAULT).close();
    long began = System.nanoTime();
    GgufModel.open(file, GgufOptions.DEFAULT).close();
    return (System.nanoTime() - began) / 1e9;
  }

  /// Nine turns, and the question of the tenth.
  private static List<Message> talk(GgufModel model, String rules) {
    List<Message> messages = new ArrayList<>();
    messages.add(Message.system(rules));
    for (int turn = 1; turn < TURNS; turn++) {
      messages.add(Message.user("Question " + turn + ": what did you see on the river today?"));
      messages.add(Message.assistant(ask(model, messages, 24).text()));
    }
    messages.add(Message.user("And what will you do tomorrow?"));
    return messages;
  }

  private static Completion ask(GgufModel model, List<Message> messages, int maximum) {
    Sampling sampling = Sampling.DEFAULT.withSeed(1).withMaximum(maximum);
    return model.complete(new ChatRequest(messages, sampling), _ -> {});
  }

  /// Seconds to the first word, cached tokens, tokens of the prompt.
  private static double[] firstWord(GgufModel model, List<Message> messages) {
    long began = System.nanoTime();
    Completion completion = ask(model, messages, 1);
    double seconds = (System.nanoTime() - began) / 1e9;
    return new double[] {seconds, completion.usage().cached(), completion.usage().prompt()};
  }

  private static void breakOff(Path file) {
    long before = used();
    int cancelled = 0;
    for (int i = 0; i < TALKS; i++) {
      try (GgufModel model = GgufModel.open(file, GgufOptions.DEFAULT.withContext(1024))) {
        cancelled += brokenOff(model, "Talk " + i + ". " + RULES) ? 1 : 0;
      }
    }
    long after = used();
    System.out.printf(
        Locale.ROOT,
        "%d talks opened, %d cancelled half way, closed: heap %.1f MB before, %.1f MB after%n",
        TALKS,
        cancelled,
        before / 1e6,
        after / 1e6);
  }

  private static boolean brokenOff(GgufModel model, String rules) {
    int[] pieces = {0};
    ChatRequest request =
        new ChatRequest(
            List.of(Message.system(rules), Message.user("Tell me a long story.")),
            Sampling.DEFAULT.withSeed(1).withMaximum(16));
    try {
      model.complete(
          request,
          _ -> {
            if (++pieces[0] == 8) {
              Thread.currentThread().interrupt();
            }
          });
      return false;
    } catch (Cancelled e) {
      return true;
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
