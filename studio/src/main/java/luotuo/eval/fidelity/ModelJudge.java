package luotuo.eval.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.chat.Voice;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.persona.Persona;

/// A language model that gives a reply one to five points on each axis, by scales that are written
/// out for it. Its last line has to be the points and nothing else; otherwise they are not read.
final class ModelJudge implements Scorer {
  private static final Pattern POINTS = Pattern.compile("(?:得分|Score)\\s*[:：]\\s*([1-5])");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final int MOST_TOKENS = 200;

  private final ChatModel model;
  private final Persona persona;

  ModelJudge(ChatModel model, Persona persona) {
    this.model = model;
    this.persona = persona;
  }

  @Override
  public List<Score> score(Trial trial) {
    return trial.answer().map(answer -> score(trial.sample(), answer)).orElse(List.of());
  }

  private List<Score> score(Sample sample, Voice.Answer answer) {
    List<Score> scores = new ArrayList<>();
    for (Measured measured :
        List.of(Measured.JUDGED_TONE, Measured.JUDGED_PERSONALITY, Measured.JUDGED_PLOT)) {
      String said = ask(measured.axis(), sample, answer.text());
      OptionalInt points = points(said);
      points.ifPresent(
          value -> scores.add(new Score(measured, value, answer.text(), said.strip())));
      scores.add(
          new Score(Measured.UNREADABLE, points.isEmpty() ? 1 : 0, answer.text(), said.strip()));
    }
    return scores;
  }

  private String ask(Measured.Axis axis, Sample sample, String reply) {
    Map<String, String> values =
        Map.of(
            "name", persona.name(),
            "profile", persona.profile(),
            "before", sample.before(),
            "line", sample.line(),
            "reply", reply);
    String asked =
        PLACE
            .matcher(criterion(axis))
            .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    return model
        .complete(
            new ChatRequest(List.of(Message.user(asked)), Sampling.GREEDY.withMaximum(MOST_TOKENS)),
            _ -> {})
        .text();
  }

  private String criterion(Measured.Axis axis) {
    String name =
        ("/luotuo/eval/judge-" + axis + "-" + persona.language() + ".txt").toLowerCase(Locale.ROOT);
    try (var in = Objects.requireNonNull(ModelJudge.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static OptionalInt points(String said) {
    String last = said.strip().lines().reduce("", (_, line) -> line).strip();
    Matcher points = POINTS.matcher(last);
    return points.matches()
        ? OptionalInt.of(Integer.parseInt(points.group(1)))
        : OptionalInt.empty();
  }
}
