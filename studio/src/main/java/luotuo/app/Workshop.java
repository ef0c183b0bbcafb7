package luotuo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import luotuo.chat.Calibration;
import luotuo.chat.Foreign;
import luotuo.chat.OwnLines;
import luotuo.eval.LedgerEntry;
import luotuo.eval.PersonaCheck;
import luotuo.job.Progress;
import luotuo.job.Stopwatch;
import luotuo.persona.Found;
import luotuo.persona.ImportRequest;
import luotuo.persona.Imported;
import luotuo.persona.Persona;
import luotuo.persona.PersonaChanges;
import luotuo.persona.PersonaFolder;
import luotuo.persona.PersonaImport;
import luotuo.store.AtomicFolder;
import luotuo.store.FolderName;

/// Makes, changes, checks and removes personas, and has them learn when to decline.
public final class Workshop {
  private final Studio studio;
  private final Cast cast;
  private final Memories memories;
  private final Progress progress;
  private final ReentrantLock changing = new ReentrantLock();

  /// @param cast told of each change
  /// @param memories of personas that change
  Workshop(Studio studio, Cast cast, Memories memories, Progress progress) {
    this.studio = studio;
    this.cast = cast;
    this.memories = memories;
    this.progress = progress;
  }

  /// A transcript becomes a persona in the workspace, which knows when to decline.
  ///
  /// @param source a file or a folder, as the user named it
  public Imported importFrom(String source, ImportRequest request) {
    return importFrom(source, request, "");
  }

  /// @param effort that people spent on the source, as they state it, for the ledger
  public Imported importFrom(String source, ImportRequest request, String effort) {
    return importFrom(source, request, effort, progress);
  }

  /// @param told how far it has come
  public Imported importFrom(String source, ImportRequest request, String effort, Progress told) {
    Stopwatch watch = Stopwatch.started();
    Imported imported = importCalibrated(source, request, told);
    studio.ledger().append(LedgerEntries.of(imported, watch.elapsed()).withEffort(effort));
    return imported;
  }

  private Imported importCalibrated(String source, ImportRequest request, Progress told) {
    Path place = studio.settings().here().resolve(source);
    Imported imported = new PersonaImport(studio.workspace(), told).importFrom(place, request);
    try {
      learnWhenToDecline(imported, told);
      cast.changed();
    } catch (RuntimeException | Error e) {
      boolean interrupted = Thread.interrupted(); // which would keep files from being removed
      if (imported.outcome() == Imported.Outcome.CREATED) {
        remove(imported.name());
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
    return imported;
  }

  private void learnWhenToDecline(Imported imported, Progress told) {
    Persona persona = PersonaFolder.read(imported.path());
    boolean learned = persona.declineBelow().isPresent();
    if (!learned || imported.outcome() != Imported.Outcome.UNCHANGED) {
      PersonaFolder.setDeclineBelow(imported.path(), declineBelow(persona, told));
    }
  }

  /// The one place where a persona is calibrated.
  private double declineBelow(Persona persona, Progress told) {
    List<String> foreign = Foreign.questions(persona);
    return Calibration.declineBelow(studio.ownLines(persona, told), persona.scope(), foreign, told);
  }

  /// Changes a persona; one that does not lie in the workspace is copied there first.
  public Persona change(String name, PersonaChanges changes) {
    changing.lock();
    try {
      Path folder = own(name);
      Persona old = PersonaFolder.read(folder);
      Persona changed = PersonaFolder.change(folder, changes);
      if (changed.language() != old.language()) {
        memories.forget(changed.name());
      }
      if (changed.declineBelow().isPresent() && speaksOtherwise(old, changed)) {
        PersonaFolder.setDeclineBelow(folder, declineBelow(changed, progress));
      }
      return changed;
    } finally {
      cast.changed();
      changing.unlock();
    }
  }

  /// Whether when to decline has to be learnt again.
  private static boolean speaksOtherwise(Persona old, Persona changed) {
    return changed.language() != old.language()
        || changed.scope() != old.scope()
        || !changed.names().equals(old.names());
  }

  /// The folder of a persona that may be changed; one that does not lie in the workspace is copied
  /// there first.
  public Path own(String name) {
    Path folder = studio.personas().own(studio.personas().named(name));
    cast.changed();
    return folder;
  }

  /// Removes a persona from the workspace, with its index; its conversations stay.
  public Found remove(String name) {
    Found removed = studio.personas().remove(name);
    cast.changed();
    memories.forget(removed.name());
    Path index = studio.workspace().index().resolve(FolderName.of(removed.name()));
    if (Files.exists(index)) {
      AtomicFolder.remove(index);
    }
    return removed;
  }

  /// How well a persona answers what was asked in its own scenes, and declines what was not.
  ///
  /// @param effort that people spent on the persona, as they state it, for the ledger
  public PersonaCheck.Check check(Persona persona, String effort) {
    return check(persona, effort, progress);
  }

  /// @param told how far it has come
  public PersonaCheck.Check check(Persona persona, String effort, Progress told) {
    Stopwatch watch = Stopwatch.started();
    List<String> foreign = Foreign.questions(persona);
    OwnLines voice = studio.ownLines(persona, told);
    PersonaCheck.Check check = PersonaCheck.run(persona, voice, foreign, told);
    String judge = studio.models().judge(persona.language()).name();
    LedgerEntry entry = LedgerEntries.of(persona, check, watch.elapsed());
    studio.ledger().append(entry.withModel(judge).withEffort(effort));
    return check;
  }
}
