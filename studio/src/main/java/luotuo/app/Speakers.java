package luotuo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import luotuo.eval.LedgerEntry;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.job.Stopwatch;
import luotuo.model.ChatModel;
import luotuo.model.LikelihoodModel;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;
import luotuo.model.record.Budget;
import luotuo.model.record.BudgetedModel;
import luotuo.model.record.Meter;
import luotuo.model.record.MeteredModel;
import luotuo.model.record.Price;
import luotuo.model.record.Prices;
import luotuo.model.record.RecordingLikelihoods;
import luotuo.model.record.RecordingModel;
import luotuo.model.record.ReplayingLikelihoods;
import luotuo.model.record.ReplayingModel;
import luotuo.model.remote.Endpoint;
import luotuo.model.remote.RemoteModel;
import luotuo.model.scripted.Script;
import luotuo.model.scripted.ScriptedModel;
import org.jspecify.annotations.Nullable;

/// Opens the models that speak, and keeps them open: each counted, and where it was asked for held
/// to a budget and recorded.
final class Speakers implements Opens, AutoCloseable {
  private static final String SCRIPTED = "scripted";

  /// More than prompt and reply ever need; a longer one would only take memory.
  private static final int CONTEXT = 8192;

  private final Settings settings;
  private final ModelLibrary library;
  private final Meter meter = new Meter();
  private final Map<Speaking, ChatModel> open = new HashMap<>();
  private @Nullable Stopwatch watch;
  private String names = "";
  private String currency = "";

  Speakers(Settings settings) {
    this.settings = settings;
    this.library = new ModelLibrary(settings, settings.environment());
  }

  /// The model that speaks, closed with this; empty for own lines.
  ///
  /// @throws Failure `model.nowhere` and whatever opening it throws
  synchronized Optional<ChatModel> model(Speaking how) {
    String spec = how.model().or(this::byDefault).orElse(Speaking.OWN_LINES);
    if (spec.equals(Speaking.OWN_LINES) && how.replay().isEmpty()) {
      return Optional.empty();
    }
    ChatModel known = open.get(how);
    if (known == null) {
      known = chat(how.withModel(spec));
      open.put(how, known);
    }
    return Optional.of(known);
  }

  private Optional<String> byDefault() {
    return Defaults.of(settings.workspace()).model();
  }

  @Override
  public synchronized ChatModel chat(Speaking how) {
    return how.replay().isPresent()
        ? new ReplayingModel(how.replay().get())
        : wrapped(opened(how.model().orElseThrow()), how);
  }

  @Override
  public LikelihoodModel likelihood(Speaking how) {
    if (how.replay().isPresent()) {
      return new ReplayingLikelihoods(how.replay().get());
    }
    String spec = how.model().orElseThrow();
    if (!(opened(spec) instanceof GgufModel model)) {
      throw Failure.of("model.noLikelihood", spec);
    }
    return how.record().isPresent()
        ? new RecordingLikelihoods(model, model.context(), how.record().get())
        : model;
  }

  private ChatModel opened(String spec) {
    if (spec.equals(SCRIPTED)) {
      return ScriptedModel.echo();
    }
    if (spec.startsWith(SCRIPTED + ":")) {
      Path script = settings.here().resolve(spec.substring(SCRIPTED.length() + 1));
      return new ScriptedModel(spec, Script.read(script));
    }
    if (spec.startsWith("http://") || spec.startsWith("https://")) {
      Path keys = settings.workspace().root().resolve("keys");
      return RemoteModel.open(Endpoint.of(spec, settings.environment(), keys));
    }
    return library.open(file(spec), GgufOptions.DEFAULT.withContext(CONTEXT));
  }

  private Path file(String spec) {
    Optional<Path> shelved = library.file(spec);
    if (shelved.isPresent()) {
      return shelved.get();
    }
    Path file = settings.here().resolve(spec);
    if (spec.endsWith(".gguf") && Files.isRegularFile(file)) {
      return file;
    }
    throw Failure.of("model.nowhere", spec);
  }

  private ChatModel wrapped(ChatModel model, Speaking how) {
    if (watch == null) {
      watch = Stopwatch.started();
    }
    Prices prices = Prices.read(settings.workspace().root().resolve(Prices.FILE));
    Price price = prices.of(model.name()).orElse(Price.FREE);
    names =
        names.isEmpty() || names.equals(model.name()) ? model.name() : names + ", " + model.name();
    currency = price.currency();
    ChatModel wrapped = new MeteredModel(model, meter, price);
    if (how.budget().isPresent()) {
      Budget budget = new Budget(Budget.Limits.NONE.withMoney(how.budget().getAsDouble()));
      wrapped = new BudgetedModel(wrapped, budget, prices);
    }
    return how.record().isPresent() ? new RecordingModel(wrapped, how.record().get()) : wrapped;
  }

  /// What the models took since the first was opened; empty where none was asked.
  synchronized Optional<LedgerEntry> entry(String what, String subject) {
    Cost calls = meter.total();
    Stopwatch since = watch;
    if (calls.calls() == 0 || since == null) {
      return Optional.empty();
    }
    Cost cost =
        new Cost(
            calls.calls(),
            calls.promptTokens(),
            calls.replyTokens(),
            since.elapsed().cpuSeconds(),
            calls.seconds(),
            calls.money());
    return Optional.of(
        LedgerEntry.of(what, subject)
            .withModel(names)
            .withCost(cost)
            .withCurrency(currency));
  }

  @Override
  public synchronized void close() {
    open.values().forEach(ChatModel::close);
  }
}
