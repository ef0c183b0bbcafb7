package luotuo.model.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.FileFailure;

/// One try to bring the rest of a file from one source.
///
/// A part is gone on with where the same source still has the same version (`If-Range`), or where
/// the checksum is known and will tell. Whatever else a server answers, the file comes afresh.
final class Fetch {
  private static final long MOST = 1L << 40;

  private final Listed model;
  private final Optional<String> expected;
  private final Part part;
  private final Web web;
  private final Endpoints endpoints;
  private final Patience patience;
  private final Disk disk;
  private final Path place;
  private final Progress progress;

  /// Bytes that are free where a folder lies.
  interface Disk extends ToLongFunction<Path> {}

  /// @param expected checksum of the file, where somebody knows it before
  Fetch(
      Listed model,
      Optional<String> expected,
      Part part,
      Path place,
      Web web,
      Endpoints endpoints,
      Patience patience,
      Disk disk,
      Progress progress) {
    this.model = model;
    this.expected = expected;
    this.part = part;
    this.place = place;
    this.web = web;
    this.endpoints = endpoints;
    this.patience = patience;
    this.disk = disk;
    this.progress = progress;
  }

  /// Afterwards the part is whole, with the right checksum.
  ///
  /// @throws Hitch if it is not
  void from(Source source) throws Hitch {
    try {
      if (!part.isWhole() || !goesOn(source)) {
        bring(source);
      }
      check(source);
    } catch (IOException e) {
      throw FileFailure.writing(place, e);
    }
  }

  private boolean goesOn(Source source) {
    return part.size() > 0
        && part.origin()
            .filter(
                o ->
                    checksum(o).isPresent()
                        || o.source().equals(source.id()) && !o.validator().isEmpty())
            .isPresent();
  }

  private Optional<String> checksum(Part.Origin origin) {
    return expected.or(origin::sha256);
  }

  private void bring(Source source) throws Hitch, IOException {
    boolean goesOn = goesOn(source);
    Answer answer = web.get(endpoints.uri(source), goesOn ? rest(source) : Map.of());
    try {
      accept(source, answer, goesOn);
      take(answer);
    } finally {
      answer.body().cancel();
    }
  }

  private Map<String, String> rest(Source source) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Range", "bytes=" + part.size() + "-");
    part.origin()
        .filter(o -> o.source().equals(source.id()) && !o.validator().isEmpty())
        .ifPresent(o -> headers.put("If-Range", o.validator()));
    return headers;
  }

  private void accept(Source source, Answer answer, boolean goesOn) throws Hitch, IOException {
    String from = Addresses.shown(answer.from());
    switch (answer.status()) {
      case 200 -> begin(source, answer);
      case 206 -> goOn(source, answer, goesOn);
      case 416 -> throw afresh(from);
      case 401, 403 -> throw Hitch.lasting("model.pull.denied", from, answer.status());
      case 404, 410 -> throw Hitch.lasting("model.pull.missing", from, answer.status());
      case 408, 425, 429 -> throw passing(answer, from);
      default -> {
        if (answer.status() >= 500) {
          throw passing(answer, from);
        }
        throw Hitch.lasting("model.pull.status", from, answer.status());
      }
    }
  }

  private static Hitch passing(Answer answer, String from) {
    long seconds = Answer.number(answer.headers(), "Retry-After").orElse(0);
    return Hitch.passing("model.pull.status", from, answer.status())
        .after(Duration.ofSeconds(Math.min(seconds, 3600)));
  }

  /// What is there does not fit what the server has.
  private Hitch afresh(String from) throws IOException {
    part.drop();
    return Hitch.passing("model.pull.afresh", from);
  }

  private void begin(Source source, Answer answer) throws Hitch, IOException {
    String from = Addresses.shown(answer.from());
    OptionalLong length = answer.length().isPresent() ? answer.length() : answer.linked().size();
    checkLength(from, answer, length);
    checkAnnounced(from, answer.linked().sha256());
    checkDisk(length.orElse(model.bytes()));
    part.begin(new Part.Origin(source.id(), answer.validator(), length, answer.linked().sha256()));
  }

  private void checkLength(String from, Answer answer, OptionalLong length) throws Hitch {
    OptionalLong said = answer.linked().size();
    boolean differs = said.isPresent() && length.isPresent() && !said.equals(length);
    if (differs) {
      throw Hitch.lasting("model.pull.length", from, said.getAsLong(), length.getAsLong());
    }
    if (!answer.isPlain() || length.orElse(1) > most() || length.orElse(1) == 0) {
      throw Hitch.lasting("model.pull.size", from, length.orElse(0), model.bytes());
    }
  }

  /// No server decides how much of the disk a model takes.
  private long most() {
    return Math.min(MOST, model.bytes() + model.bytes() / 2 + (16 << 20));
  }

  private void checkAnnounced(String from, Optional<String> announced) throws Hitch {
    if (expected.isPresent() && announced.isPresent() && !expected.equals(announced)) {
      throw Hitch.lasting("model.pull.checksum", from, expected.get(), announced.get());
    }
  }

  private void checkDisk(long length) {
    long need = (length - part.size()) / 20 * 21;
    long free = disk.applyAsLong(place);
    if (need > free) {
      throw Failure.of("model.pull.disk", model.name(), need >> 20, free >> 20, place);
    }
  }

  /// Only where the piece begins where the part ends, and belongs to the same file.
  private void goOn(Source source, Answer answer, boolean asked) throws Hitch, IOException {
    String from = Addresses.shown(answer.from());
    Part.Origin origin = part.origin().orElseThrow(() -> Hitch.passing("model.pull.afresh", from));
    Answer.Range range = answer.range().orElse(new Answer.Range(-1, -1, -1));
    boolean fits =
        asked
            && range.first() == part.size()
            && range.last() == range.total() - 1
            && range.total() <= most()
            && range.total() == origin.length().orElse(range.total())
            && answer.length().orElse(range.total() - part.size()) == range.total() - part.size()
            && isSame(source, origin, answer);
    if (!fits) {
      throw afresh(from);
    }
    checkAnnounced(from, answer.linked().sha256());
    checkDisk(range.total());
  }

  private boolean isSame(Source source, Part.Origin origin, Answer answer) {
    boolean elsewhere = !origin.source().equals(source.id()) || origin.validator().isEmpty();
    Optional<String> said = answer.linked().sha256();
    boolean other =
        said.isPresent() && checksum(origin).isPresent() && !said.equals(checksum(origin));
    return !other
        && (elsewhere
            || answer.validator().isEmpty()
            || answer.validator().equals(origin.validator()));
  }

  private void take(Answer answer) throws Hitch, IOException {
    OptionalLong length = part.origin().map(Part.Origin::length).orElse(OptionalLong.empty());
    long most = length.orElse(most());
    long total = length.orElse(Math.max(model.bytes(), 1));
    String from = Addresses.shown(answer.from());
    for (List<ByteBuffer> piece = next(answer); !piece.isEmpty(); piece = next(answer)) {
      for (ByteBuffer bytes : piece) {
        if (part.size() + bytes.remaining() > most) {
          part.drop();
          throw Hitch.lasting("model.pull.size", from, most + 1, model.bytes());
        }
        part.append(bytes);
      }
      Cancelled.check();
      progress.at("model.pulling", Math.min(part.size(), total), total);
    }
    if (part.size() < length.orElse(0)) {
      throw Hitch.passing("model.pull.cut", from, part.size(), length.getAsLong());
    }
  }

  private List<ByteBuffer> next(Answer answer) throws Hitch {
    try {
      return answer.body().next(patience.stall());
    } catch (InterruptedException e) {
      throw new Cancelled();
    } catch (TimeoutException e) {
      throw web.stalled(answer.from());
    } catch (IOException e) {
      long whole = part.origin().map(o -> o.length().orElse(0)).orElse(0L);
      throw Hitch.passing("model.pull.cut", Addresses.shown(answer.from()), part.size(), whole);
    }
  }

  /// What does not pass is deleted: nothing of it can be gone on with.
  private void check(Source source) throws Hitch, IOException {
    String sha256 = part.sha256();
    Optional<String> wanted = part.origin().flatMap(this::checksum);
    if (wanted.isPresent() && !wanted.get().equals(sha256)) {
      part.drop();
      throw Hitch.lasting("model.pull.checksum", source.id(), wanted.get(), sha256);
    }
    if (!part.isGguf()) {
      part.drop();
      throw Hitch.lasting("model.pull.notGguf", source.id());
    }
  }
}
