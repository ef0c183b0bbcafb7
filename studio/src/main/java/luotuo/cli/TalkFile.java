package luotuo.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import luotuo.job.Failure;
import luotuo.store.AtomicFile;

/// A talk written into a file: JSON Lines where its name ends in `.jsonl`, otherwise Markdown.
final class TalkFile {
  private final Session session;

  TalkFile(Session session) {
    this.session = session;
  }

  /// @param asked its name; empty for the usual one, which is written over
  /// @param usual without an ending
  /// @throws Failure `file.exists` if the file that was asked for is there already
  void write(String asked, String usual, Supplier<String> markdown, Supplier<String> jsonLines) {
    Path target = target(asked.isEmpty() ? usual + ".md" : asked);
    if (!asked.isEmpty() && Files.exists(target)) {
      throw Failure.of("file.exists", target);
    }
    AtomicFile.write(target, (asked.endsWith(".jsonl") ? jsonLines : markdown).get());
    session.output().dim(session.words("slash.exported", target));
  }

  private Path target(String file) {
    try {
      return session.settings().here().resolve(file);
    } catch (InvalidPathException e) {
      throw Failure.of("file.missing", file);
    }
  }
}
