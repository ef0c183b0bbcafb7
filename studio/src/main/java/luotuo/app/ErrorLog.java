package luotuo.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import luotuo.store.FileFailure;
import luotuo.store.Workspace;

/// What nobody foresaw, in full, in the workspace's `errors.log`.
public final class ErrorLog {
  private static final String FILE = "errors.log";

  private final Workspace workspace;

  public ErrorLog(Workspace workspace) {
    this.workspace = workspace;
  }

  /// @return the log's file
  public Path write(Throwable e) {
    Path file = workspace.ready(workspace.root()).resolve(FILE);
    StringWriter text = new StringWriter();
    text.write(Instant.now() + " ");
    e.printStackTrace(new PrintWriter(text));
    try {
      return Files.writeString(
          file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw FileFailure.writing(file, unwritable);
    }
  }
}
