package luotuo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;
import luotuo.eval.LedgerEntry;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.job.Stopwatch;
import luotuo.model.ChatModel;
import luotuo.model.LikelihoodModel;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;
import luotuo.model.record.Budget;
import luotuo.model.record.BudgetedLikelihoods;
import luotuo.model.record.BudgetedModel;
import luotuo.model.record.Meter;
import luotuo.model.record.MeteredModel;
import luotuo.model.record.Places;
import luotuo.model.record.Price;
import luotuo.model.record.Prices;
import luotuo.model.record.QueuedLikelihoods;
import luotuo.model.record.QueuedModel;
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
  private static final String GGUF = ".gguf";

  /// More than prompt and reply ever need; a longer one would only take memory.
  private static final int CONTEXT = 8192;

  private final Settings settings;
  private final ModelLibrary library;
  private final Meter meter = new Meter();
  private final Kept<Speaking, Opened> open = new Kept<>();
  private final Map<String, Spent> spent = new ConcurrentSkipListMap<>();
  private final Map<Double, Budget> budgets = new ConcurrentHashMap<>();
  private @Nullable Stopwatch watch;
  private String names = "";
  private String currency = "";

  Speakers(Settings settings) {
    this.settings = settings;
    this.library = new ModelLibrary(settings, settings.environment());
  }

  /// What one model took.
  private record Spent(Meter meter, String currency) {}

  /// @param likelihoods the same model as one that tells how likely words are, where it does
  /// @param places those of all who ask it
  private record Opened(ChatModel model, Optional<LikelihoodModel> likelihoods, Places places) {}

  /// The model that speaks, closed with this; empty for own lines. It is opened once, whatever the
  /// sampling.
  ///
  /// @param waiting told where a call stands in the line
  /// @throws Failure `model.nowhere` and whatever opening it throws
  Optional<ChatModel> model(Speaking how, IntConsumer waiting) {
    return opened(how).map(it -> new QueuedModel(it.model(), it.places(), waiting));
  }

  /// The same model, where it tells how likely words are.
  Optional<LikelihoodModel> likelihoods(Speaking how) {
    return opened(how)
        .flatMap(it -> it.likelihoods().map(model -> new QueuedLikelihoods(model, it.places())));
  }

  private Optional<Opened> opened(Speaking how) {
    String spec = how.model().or(this::byDefault).orElse(Speaking.OWN_LINES);
    if (spec.equals(Speaking.OWN_LINES) && how.replay().isEmpty()) {
      return Optional.empty();
    }
    Speaking model = how.withModel(spec).withWishes(Wishes.NONE);
    return Optional.of(open.get(model, _ -> true, _ -> open(model)));
  }

  private Opened open(Speaking how) {
    if (how.replay().isPresent()) {
      ChatModel model = new ReplayingModel(how.replay().get());
      return new Opened(model, replayed(how.replay().get(), model), places(how));
    }
    ChatModel model = raw(how.model().orElseThrow());
    Optional<LikelihoodModel> likelihoods =
        model instanceof GgufModel here ? Optional.of(recorded(here, how)) : Optional.empty();
    return new Opened(wrapped(model, how), likelihoods, places(how));
  }

  /// What a model in this process found likely was recorded with what it said.
  private static Optional<LikelihoodModel> replayed(Path record, ChatModel model) {
    return model.name().endsWith(GGUF)
        ? Optional.of(new ReplayingLikelihoods(record))
        : Optional.empty();
  }

  private LikelihoodModel recorded(GgufModel model, Speaking how) {
    LikelihoodModel paid =
        how.budget().isPresent()
            ? new BudgetedLikelihoods(model, budget(how.budget().getAsDouble()), prices())
            : model;
    return how.record()
        .<LikelihoodModel>map(folder -> new RecordingLikelihoods(paid, model.context(), folder))
        .orElse(paid);
  }

  /// A model in this process computes one reply after another: side by side each would be slower,
  /// and all together no faster.
  private Places places(Speaking how) {
    String spec = how.model().orElseThrow();
    if (how.replay().isPresent() || isScripted(spec)) {
      return new Places(Integer.MAX_VALUE);
    }
    return new Places(isAddress(spec) ? Defaults.of(settings.workspace()).parallel() : 1);
  }

  /// How many calls wait for their turn, and how many are served.
  Calls calls() {
    int waiting = open.all().stream().mapToInt(opened -> opened.places().waiting()).sum();
    int served = open.all().stream().mapToInt(opened -> opened.places().taken()).sum();
    return new Calls(waiting, served);
  }

  /// What each model took that was opened, by name.
  List<ModelUse> use() {
    List<ModelUse> use = new ArrayList<>();
    spent.forEach((model, of) -> use.add(new ModelUse(model, of.meter().total(), of.currency())));
    return use;
  }

  /// Closes a model, where it is open; whoever asks for it next opens it anew.
  ///
  /// @throws Failure `model.busy` if it is being asked
  void release(Speaking how) {
    Speaking model = how.withWishes(Wishes.NONE);
    Optional<Opened> there = open.peek(model);
    there
        .filter(opened -> opened.places().taken() + opened.places().waiting() > 0)
        .ifPresent(
            _ -> {
              throw Failure.of("model.busy", model.model().orElse(""));
            });
    open.forget(model);
    there.ifPresent(opened -> opened.model().close());
  }

  private Optional<String> byDefault() {
    return Defaults.of(settings.workspace()).model();
  }

  @Override
  public ChatModel chat(Speaking how) {
    return how.replay().isPresent()
        ? new ReplayingModel(how.replay().get())
        : wrapped(raw(how.model().orElseThrow()), how);
  }

  @Override
  public LikelihoodModel likelihood(Speaking how) {
    if (how.replay().isPresent()) {
      return new ReplayingLikelihoods(how.replay().get());
    }
    String spec = how.model().orElseThrow();
    if (!(raw(spec) instanceof GgufModel model)) {
      throw Failure.of("model.noLikelihood", spec);
    }
    return recorded(model, how);
  }

  private Prices prices() {
    return Prices.read(settings.workspace().root().resolve(Prices.FILE));
  }

  private ChatModel raw(String spec) {
    if (spec.equals(SCRIPTED)) {
      return ScriptedModel.echo();
    }
    if (isScripted(spec)) {
      Path script = settings.here().resolve(spec.substring(SCRIPTED.length() + 1));
      return new ScriptedModel(spec, Script.read(script));
    }
    if (isAddress(spec)) {
      return RemoteModel.open(
          Endpoint.of(spec, settings.environment(), settings.workspace().keys()));
    }
    return library.open(file(spec), GgufOptions.DEFAULT.withContext(CONTEXT));
  }

  private static boolean isScripted(String spec) {
    return spec.equals(SCRIPTED) || spec.startsWith(SCRIPTED + ":");
  }

  private static boolean isAddress(String spec) {
    return spec.startsWith("http://") || spec.startsWith("https://");
  }

  private Path file(String spec) {
    Optional<Path> shelved = library.file(spec);
    if (shelved.isPresent()) {
      return shelved.get();
    }
    Path file = settings.here().resolve(spec);
    if (spec.endsWith(GGUF) && Files.isRegularFile(file)) {
      return file;
    }
    throw Failure.of("model.nowhere", spec);
  }

  private ChatModel wrapped(ChatModel model, Speaking how) {
    Prices prices = prices();
    Price price = prices.of(model.name()).orElse(Price.FREE);
    note(model.name(), price.currency());
    Spent own = spent.computeIfAbsent(model.name(), _ -> new Spent(new Meter(), price.currency()));
    ChatModel wrapped = new MeteredModel(new MeteredModel(model, own.meter(), price), meter, price);
    if (how.budget().isPresent()) {
      wrapped = new BudgetedModel(wrapped, budget(how.budget().getAsDouble()), prices);
    }
    return how.record().isPresent() ? new RecordingModel(wrapped, how.record().get()) : wrapped;
  }

  /// All models of a run pay from the same.
  private Budget budget(double money) {
    return budgets.computeIfAbsent(money, limit -> new Budget(Budget.Limits.NONE.withMoney(limit)));
  }

  private synchronized void note(String name, String paidIn) {
    if (watch == null) {
      watch = Stopwatch.started();
    }
    names = names.isEmpty() || names.equals(name) ? name : names + ", " + name;
    currency = paidIn;
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
        LedgerEntry.of(what, subject).withModel(names).withCost(cost).withCurrency(currency));
  }

  @Override
  public void close() {
    open.all().forEach(opened -> opened.model().close());
  }
}
