package luotuo.model.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.job.Progress;
import luotuo.store.FileFailure;
import org.jspecify.annotations.Nullable;

/// Brings models from the hubs onto the shelf: source after source, going on with what has come
/// before; a file gets its name when its checksum is right, and its manifest last.
///
/// Interrupting the thread ends a pull with [Cancelled]; what has come stays for the next one.
public final class Pull {
  private static final String CHECKSUM = "model.pull.checksum";

  private final Shelf shelf;
  private final Endpoints endpoints;
  private final ProxySelector proxies;
  private final Patience patience;
  private final Fetch.Disk disk;

  /// @param environment names endpoints and proxies
  public Pull(Shelf shelf, Map<String, String> environment) {
    this(
        shelf, Endpoints.of(environment), new Proxies(environment), Patience.DEFAULT, Pull::usable);
  }

  Pull(
      Shelf shelf, Endpoints endpoints, ProxySelector proxies, Patience patience, Fetch.Disk disk) {
    this.shelf = shelf;
    this.endpoints = endpoints;
    this.proxies = proxies;
    this.patience = patience;
    this.disk = disk;
  }

  private static long usable(Path place) {
    try {
      return Files.getFileStore(place).getUsableSpace();
    } catch (IOException e) {
      throw FileFailure.reading(place, e);
    }
  }

  /// Who listens to a pull.
  ///
  /// @param progress in bytes
  /// @param trouble each problem after which the pull went on
  public record Listener(Progress progress, Consumer<Problem> trouble) {
    public static final Listener NOBODY = new Listener(Progress.SILENT, _ -> {});
  }

  /// @param anew whether a file may differ from the one that came the first time
  /// @return the model, which may have been here before
  /// @throws Failure `model.pull.…` if no source gave it: with what was wrong with the checksum,
  ///   where anything was, otherwise with what was wrong with the last source
  public Shelved pull(Listed model, boolean anew, Listener listener) {
    Optional<Shelved> here = here(model);
    if (here.isPresent()) {
      return here.get();
    }
    Path place = shelf.place(model.name());
    shelf.checkOurs(place);
    try (var _ = shelf.claim(model.name())) {
      return here(model).orElseGet(() -> pull(model, place, expected(model, anew), listener));
    }
  }

  private Optional<Shelved> here(Listed model) {
    return shelf.find(model.name()).filter(m -> Files.isRegularFile(m.file()));
  }

  private Optional<String> expected(Listed model, boolean anew) {
    return model.sha256().or(() -> anew ? Optional.empty() : shelf.hashes().of(model));
  }

  private Shelved pull(Listed model, Path place, Optional<String> expected, Listener listener) {
    Path target = place.resolve(model.file());
    try (Part part = Part.open(place, model.file(), listener.progress());
        Web web = new Web(endpoints, proxies, patience)) {
      Fetch fetch =
          new Fetch(
              model, expected, part, place, web, endpoints, patience, disk, listener.progress());
      Source source = fetched(model, fetch, part, listener);
      return shelve(model, place, part, source);
    } catch (IOException e) {
      throw FileFailure.writing(target, e);
    }
  }

  /// @return the source that gave the file
  private Source fetched(Listed model, Fetch fetch, Part part, Listener listener) {
    @Nullable Problem told = null;
    for (Source source : model.sources()) {
      try {
        patiently(fetch, source, part, listener);
        return source;
      } catch (Hitch hitch) {
        boolean worse = told == null || !told.key().equals(CHECKSUM);
        told = worse ? hitch.problem() : told;
        if (source != model.sources().getLast()) {
          listener.trouble().accept(hitch.problem());
        }
      }
    }
    throw told == null ? Failure.of("model.pull.noSource", model.name()) : failure(model, told);
  }

  private Failure failure(Listed model, Problem problem) {
    boolean changed =
        problem.key().equals(CHECKSUM)
            && model.sha256().isEmpty()
            && shelf.hashes().of(model).filter(problem.arguments().get(1)::equals).isPresent();
    return changed
        ? Failure.of("model.pull.changed", model.name(), problem.arguments().getFirst())
        : new Failure(problem);
  }

  private void patiently(Fetch fetch, Source source, Part part, Listener listener) throws Hitch {
    int tries = 0;
    long best = part.size();
    while (true) {
      try {
        fetch.from(source);
        return;
      } catch (Hitch hitch) {
        boolean gained = part.size() >= best + patience.worth();
        best = Math.max(best, part.size());
        tries = gained ? 1 : tries + 1;
        if (!hitch.isPassing() || tries >= patience.tries()) {
          throw hitch;
        }
        listener.trouble().accept(hitch.problem());
        sleep(patience.pause(tries - 1, hitch.pause()));
      }
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }

  private Shelved shelve(Listed model, Path place, Part part, Source source) throws IOException {
    Path target = place.resolve(model.file());
    String sha256 = part.sha256();
    Optional<String> hub = part.origin().flatMap(Part.Origin::sha256);
    Shelved.Known known = hub.isPresent() ? Shelved.Known.HUB : Shelved.Known.FIRST_PULL;
    Shelved shelved =
        new Shelved(
            model.name(),
            target,
            part.size(),
            sha256,
            model.sha256().isPresent() ? Shelved.Known.REGISTRY : known,
            source.id(),
            model.licence().name(),
            Shelf.now());
    part.finish(target);
    shelved.write(place);
    Part.forget(place);
    if (model.sha256().isEmpty()) {
      shelf.hashes().put(model, sha256);
    }
    return shelved;
  }
}
