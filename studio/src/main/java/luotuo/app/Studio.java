package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import luotuo.chat.Calibration;
import luotuo.chat.Conversations;
import luotuo.chat.Delivery;
import luotuo.chat.Group;
import luotuo.chat.GroupMember;
import luotuo.chat.GroupTalks;
import luotuo.chat.ModelVoice;
import luotuo.chat.OwnLines;
import luotuo.chat.StoredSummaries;
import luotuo.chat.Summaries;
import luotuo.chat.Voice;
import luotuo.eval.Ledger;
import luotuo.eval.LedgerEntry;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.job.Progress;
import luotuo.memory.Facts;
import luotuo.memory.Memory;
import luotuo.memory.Remembrance;
import luotuo.model.ChatModel;
import luotuo.model.Sampling;
import luotuo.persona.Persona;
import luotuo.persona.Personas;
import luotuo.prompt.Preset;
import luotuo.prompt.Templates;
import luotuo.store.Database;
import luotuo.store.Workspace;
import org.jspecify.annotations.Nullable;

/// Everything, wired together. Nothing is opened or loaded before it is asked for.
public final class Studio implements AutoCloseable {
  private static final int LEAST_PROMPT = 256;

  private final Settings settings;
  private final Progress progress;
  private final Models models;
  private final Personas personas;
  private final Speakers speakers;
  private final Memories memories;
  private final Cast cast;
  private final Workshop workshop;
  private final Attentions attentions;
  private @Nullable Database database;

  /// @param progress told how far slow work has come
  public Studio(Settings settings, Progress progress) {
    this(settings, progress, new OnnxModels(settings.workspace().models()));
  }

  /// @param models closed with the studio
  public Studio(Settings settings, Progress progress, Models models) {
    this.settings = settings;
    this.progress = progress;
    this.models = models;
    this.speakers = new Speakers(settings);
    this.personas = new Personas(settings.workspace(), settings.here(), settings.shipped());
    this.memories = new Memories(models, settings.shipped());
    this.cast = new Cast(personas);
    this.workshop = new Workshop(this, cast, memories, progress);
    this.attentions = new Attentions(models, speakers, this::facts);
  }

  /// Of this program.
  public static String version() {
    return LedgerEntries.version();
  }

  public Settings settings() {
    return settings;
  }

  public Workspace workspace() {
    return settings.workspace();
  }

  /// Who is there, by name.
  public Personas personas() {
    return personas;
  }

  public Models models() {
    return models;
  }

  /// A persona by name or alias, as its files are now; never one by its path.
  ///
  /// @throws Failure `persona.unknown` with the nearest names, or `persona.none`
  public Persona persona(String nameOrAlias) {
    return cast.get(nameOrAlias);
  }

  /// The language models on disk and those to be had.
  public ModelLibrary library() {
    return new ModelLibrary(settings, settings.environment());
  }

  /// A persona's memory; its index is made first where it is missing or stale.
  public Memory memory(Persona persona) {
    return memory(persona, progress);
  }

  /// @param told how far making it has come
  public Memory memory(Persona persona, Progress told) {
    return memories.of(persona, ready(workspace().index()), told);
  }

  /// The voice of a persona's own lines.
  public Voice voice(Persona persona) {
    return ownLines(persona, progress);
  }

  /// The voice that a persona speaks with: a language model's, or its own lines where none is set
  /// up.
  public Voice voice(Persona persona, Speaking how) {
    return voice(persona, how, _ -> {});
  }

  /// @param waiting told where a call of the model stands in the line: 1 for the next in turn, and
  ///   at last 0
  public Voice voice(Persona persona, Speaking how, IntConsumer waiting) {
    return voice(persona, how, () -> new StoredSummaries(database()), waiting);
  }

  /// The same for a talk that is not stored here.
  ///
  /// @param summaries of the beginnings of such talks; asked for where a model speaks
  public Voice voice(
      Persona persona, Speaking how, Supplier<Summaries> summaries, IntConsumer waiting) {
    OwnLines own = ownLines(persona, progress);
    return speakers
        .model(how, waiting)
        .<Voice>map(model -> voice(persona, how, own, model, summaries.get()))
        .orElse(own);
  }

  /// @param own decides what comes to mind and when to decline
  Voice voice(Persona persona, Speaking how, OwnLines own, ChatModel model, Summaries summaries) {
    Path prompts = workspace().root().resolve("prompts");
    Preset preset = how.wishes().preset(model.name());
    preset = preset.withShares(OwnShares.over(preset, prompts));
    int maximum = how.wishes().over(preset.sampling()).maximum();
    Delivery delivery =
        Delivery.of(
            preset, room(model, preset, maximum), Templates.of(persona.language(), prompts));
    delivery = how.wishes().over(delivery).withCites(cites(model.name(), preset));
    return new ModelVoice(persona, own, model, speakers.likelihoods(how), delivery, summaries);
  }

  /// Whether a model is trusted to name what its words rest on. It goes by the name, as the preset
  /// does, so that a replay writes the same prompt: one in this process ends in `.gguf`, and tells
  /// by likelihood what a small one could not name.
  private static boolean cites(String model, Preset preset) {
    return preset.name().equals(Preset.LARGE.name())
        || !preset.name().equals(Preset.SMALL.name()) && !model.endsWith(".gguf");
  }

  /// The model behind such a voice, for whoever asks it without a persona; it stays open. Empty for
  /// own lines.
  ///
  /// @param waiting told where a call of the model stands in the line: 1 for the next in turn, and
  ///   at last 0
  public Optional<ChatModel> model(Speaking how, IntConsumer waiting) {
    return speakers.model(how, waiting);
  }

  /// How words are drawn where nothing else is asked: as the preset for the model has it, with what
  /// was wished.
  public Sampling sampling(Speaking how) {
    return model(how, _ -> {})
        .map(model -> how.wishes().over(how.wishes().preset(model.name()).sampling()))
        .orElseGet(how::sampling);
  }

  /// Calls of language models at this moment.
  public Calls calls() {
    return speakers.calls();
  }

  /// What each language model took so far.
  public List<ModelUse> use() {
    return speakers.use();
  }

  /// Closes a language model, where it is open; it is opened anew when it is asked for next.
  ///
  /// @throws Failure `model.busy` if it is being asked
  /// @param how with a model; its sampling does not count
  public void release(Speaking how) {
    speakers.release(how);
  }

  /// Opens language models for whoever asks them without a persona.
  public Opens opens() {
    return speakers;
  }

  /// What the reply leaves of the model's context, up to what the preset wants.
  private static int room(ChatModel model, Preset preset, int maximum) {
    int left = model.context() - maximum;
    if (left < LEAST_PROMPT) {
      throw Failure.of("model.small", model.name(), model.context(), maximum, LEAST_PROMPT);
    }
    return Math.min(preset.room(), left);
  }

  /// Writes into the ledger what the models of this run took, if any was asked.
  ///
  /// @param more adds what they were asked about and what came of it
  public void enter(String what, String subject, UnaryOperator<LedgerEntry> more) {
    speakers.entry(what, subject).map(more).ifPresent(entry -> ledger().append(entry));
  }

  /// The same of a talk, in which the models were asked about a persona's scenes.
  ///
  /// @param effort of people, as they state it
  public void enterTalk(Persona persona, String effort) {
    enter("chat", persona.name(), entry -> LedgerEntries.on(persona, entry).withEffort(effort));
  }

  /// Makes, changes and removes personas.
  public Workshop workshop() {
    return workshop;
  }

  OwnLines ownLines(Persona persona, Progress told) {
    double declineBelow =
        persona.declineBelow().orElseGet(() -> Calibration.floor(persona.scope()));
    Memory memory = memory(persona, told);
    return new OwnLines(persona, memory, models.judge(persona.language()), declineBelow);
  }

  /// What work took, and what it brought.
  public synchronized Ledger ledger() {
    return new Ledger(database(), LedgerEntries.version());
  }

  /// Stored conversations.
  public synchronized Conversations conversations() {
    return new Conversations(database());
  }

  /// The latest conversation with a persona, or a new one, in its own lines.
  public Talk talk(Persona persona, boolean afresh) {
    return talk(persona, afresh, Speaking.DEFAULT.withModel(Speaking.OWN_LINES));
  }

  /// The latest conversation with a persona, or a new one.
  public Talk talk(Persona persona, boolean afresh, Speaking how) {
    return talk(persona, afresh, how, Remembers.BY_RULE);
  }

  /// @param remembers whether and how what is said is learned and recalled
  public Talk talk(Persona persona, boolean afresh, Speaking how, Remembers remembers) {
    Talk talk = attentive(persona, voice(persona, how), how, remembers);
    if (!afresh) {
      talk.resume();
    }
    return talk;
  }

  /// What a persona remembers of people.
  public Remembrance remembrance(Persona persona) {
    return attentions.remembrance(persona.language());
  }

  /// What all personas remember of people.
  public synchronized Facts facts() {
    return new Facts(database());
  }

  /// A talk among several.
  ///
  /// @param afresh whether the latest talk among them is not gone on with
  /// @param remembers whether and how what people say is learned and recalled
  public Group group(List<Persona> personas, boolean afresh, Speaking how, Remembers remembers) {
    Group group =
        new Group(members(personas, how, remembers, _ -> {}), groups(), speakers.likelihoods(how));
    if (!afresh) {
      group.resume();
    }
    return group;
  }

  /// Goes on with a stored talk among several.
  ///
  /// @param waiting told where a call of the model stands in the line, as with [#voice]
  /// @throws Failure `group.missing`, or `persona.unknown` if one of them is gone
  public Group group(long talk, Speaking how, Remembers remembers, IntConsumer waiting) {
    List<Persona> personas = groups().summary(talk).members().stream().map(this::persona).toList();
    Group group =
        new Group(members(personas, how, remembers, waiting), groups(), speakers.likelihoods(how));
    group.resume(talk);
    return group;
  }

  private List<GroupMember> members(
      List<Persona> personas, Speaking how, Remembers remembers, IntConsumer waiting) {
    return personas.stream()
        .map(
            persona ->
                new GroupMember(
                    persona, voice(persona, how, waiting), attention(persona, how, remembers)))
        .toList();
  }

  /// Stored talks among several.
  public synchronized GroupTalks groups() {
    return new GroupTalks(database());
  }

  /// Goes on with a stored conversation.
  ///
  /// @param remembers whether and how what is said is learned and recalled
  /// @param waiting told where a call of the model stands in the line, as with [#voice]
  /// @throws Failure `conversation.unknown`, or `persona.unknown` if who spoke there is gone
  public Talk talk(String conversation, Speaking how, Remembers remembers, IntConsumer waiting) {
    Persona persona = persona(conversations().summary(conversation).persona());
    Talk talk = attentive(persona, voice(persona, how, waiting), how, remembers);
    talk.resume(conversation);
    return talk;
  }

  private Talk attentive(Persona persona, Voice voice, Speaking how, Remembers remembers) {
    return new Talk(persona, voice, conversations(), attention(persona, how, remembers));
  }

  private Attention attention(Persona persona, Speaking how, Remembers remembers) {
    return attentions.of(persona, how, remembers, conversations(), groups());
  }

  /// What is needed, and whether it is there.
  public Doctor doctor() {
    return new Doctor(this);
  }

  synchronized Database database() {
    Database open = database;
    if (open == null) {
      ready(workspace().root());
      open = Database.open(workspace().database());
      database = open;
    }
    return open;
  }

  private Path ready(Path folder) {
    try {
      return workspace().ready(folder);
    } catch (Failure e) {
      throw new Failure(Problem.of("workspace.unwritable", workspace().root()), e);
    }
  }

  @Override
  public synchronized void close() {
    memories.close();
    models.close();
    speakers.close();
    if (database != null) {
      database.close();
    }
  }
}
