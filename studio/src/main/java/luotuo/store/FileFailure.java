package luotuo.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import luotuo.job.Failure;
import luotuo.job.Problem;

/// An error of the file system as a failure that names the file and what to do.
public final class FileFailure {
  private FileFailure() {}

  public static Failure reading(Path file, IOException e) {
    return of("file.unreadable", file, e);
  }

  public static Failure writing(Path file, IOException e) {
    return of("file.unwritable", file, e);
  }

  private static Failure of(String otherwise, Path file, IOException e) {
    String at = file(file, e);
    Problem problem =
        switch (e) {
          case NoSuchFileException _ -> Problem.of("file.missing", at);
          case AccessDeniedException _ -> Problem.of("file.denied", at);
          case FileAlreadyExistsException _ -> Problem.of("file.exists", at);
          case NotDirectoryException _ -> Problem.of("file.notFolder", at);
          case DirectoryNotEmptyException _ -> Problem.of("file.notEmpty", at);
          case CharacterCodingException _ -> Problem.of("file.notText", at);
          default -> other(otherwise, at, e);
        };
    return new Failure(problem, e);
  }

  private static Problem other(String otherwise, String file, IOException e) {
    String reason = reason(e);
    return reason.contains("No space left")
        ? Problem.of("file.full", file)
        : Problem.of(otherwise, file, reason);
  }

  /// The file that the error names, unless that is a temporary one, which tells the user nothing.
  private static String file(Path file, IOException e) {
    String known = e instanceof FileSystemException on ? on.getFile() : null;
    return known == null || known.contains(Leftovers.PREFIX) ? file.toString() : known;
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException on ? on.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
