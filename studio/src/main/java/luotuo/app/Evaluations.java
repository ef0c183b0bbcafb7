package luotuo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.chat.Summaries;
import luotuo.chat.Voice;
import luotuo.eval.LedgerEntry;
import luotuo.eval.fidelity.Report;
import luotuo.eval.golden.GoldenDialogue;
import luotuo.eval.golden.GoldenReader;
import luotuo.eval.golden.GoldenResult;
import luotuo.eval.golden.GoldenRun;
import luotuo.eval.golden.GoldenTurn;
import luotuo.eval.turns.ScriptedTalk;
import luotuo.eval.turns.Tally;
import luotuo.eval.turns.UserTurns;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.persona.Found;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import luotuo.store.FileFailure;

/// Tests and measures of characters, wired to the models that speak for them. Each leaves a row in
/// the ledger.
public final class Evaluations {
  private static final long MOST_BYTES = 4 << 20;

  private final Studio studio;
  private final Progress progress;

  public Evaluations(Studio studio, Progress progress) {
    this.studio = studio;
    this.progress = progress;
  }

  /// Has the golden dialogues that lie beside a persona.
  ///
  /// @throws Failure `golden.none` where there are none, `golden.…` where they cannot be read, and
  ///   what opening the model throws
  public List<GoldenResult> golden(Found found, Speaking how, String effort) {
    Persona persona = PersonaFolder.read(found.path());
    List<GoldenDialogue> dialogues = dialogues(found);
    dialogues.forEach(dialogue -> dialogue.turns().forEach(turn -> question(persona, turn)));
    Took took = Took.from(studio);
    List<GoldenResult> results =
        GoldenRun.of(dialogues, voice(persona, how), turn -> question(persona, turn), progress);
    LedgerEntry entry = LedgerEntries.on(persona, took.entry("persona test", persona.name()));
    studio.ledger().append(LedgerEntries.scored(entry, results).withEffort(effort));
    return results;
  }

  private static List<GoldenDialogue> dialogues(Found found) {
    Path file =
        PersonaFolder.tests(found.path())
            .orElseThrow(() -> Failure.of("golden.none", found.name(), found.path()));
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Failure.of("corpus.tooLarge", file, Files.size(file), MOST_BYTES);
      }
      return GoldenReader.read(file, Files.readString(file));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /// Has the scripted talk with a persona, once a seed.
  ///
  /// @param turns the first so many
  /// @return what came of each talk, in the order of the seeds
  public List<Tally> turns(
      Persona persona, Speaking how, List<Long> seeds, int turns, String effort) {
    Took took = Took.from(studio);
    List<String> said = UserTurns.of(persona, turns);
    List<Tally> tallies = new ArrayList<>();
    int all = seeds.size() * said.size();
    int[] done = {0};
    for (long seed : seeds) {
      Speaking seeded = how.withWishes(how.wishes().withSeed(seed));
      tallies.add(
          new ScriptedTalk(persona, seed)
              .with(
                  voice(persona, seeded), said, () -> progress.at("eval.talking", ++done[0], all)));
    }
    LedgerEntry entry = LedgerEntries.on(persona, took.entry("eval turns", persona.name()));
    Tally sum = tallies.stream().reduce(Tally.NONE, Tally::plus);
    studio.ledger().append(LedgerEntries.scored(entry, sum).withEffort(effort));
    return tallies;
  }

  /// Tries a voice on the axes of tone, personality and plot, with scenes that are held out.
  ///
  /// @throws Failure `eval.tooFew` if no scene can be held out
  public Report fidelity(Persona persona, Speaking how, Held held, String effort) {
    Took took = Took.from(studio);
    Report report = new Trying(studio, how, held, progress).on(persona);
    LedgerEntry entry = LedgerEntries.on(persona, took.entry("eval chat", persona.name()));
    studio.ledger().append(LedgerEntries.scored(entry, report).withEffort(effort));
    return report;
  }

  /// What a persona is tried with.
  ///
  /// @param samples at the most
  /// @param seed of all draws
  /// @param recall whether anything comes to mind
  /// @param judge a model that gives points; empty for none
  public record Held(int samples, long seed, boolean recall, Optional<Speaking> judge) {}

  private Voice voice(Persona persona, Speaking how) {
    return studio.voice(persona, how, () -> Summaries.NONE, _ -> {});
  }

  private static Voice.Question question(Persona persona, GoldenTurn turn) {
    return Asking.of(persona, turn.asker(), turn.until(), turn.present()).question(turn.ask());
  }
}
