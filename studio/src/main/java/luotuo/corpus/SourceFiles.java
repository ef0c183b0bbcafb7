package luotuo.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import luotuo.job.Failure;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// The files that a transcript consists of: one file, or those of a folder in their natural order.
///
/// In a folder they are `texts/*.txt` beside `system_prompt.txt`, or, where there is no folder
/// `texts`, the text and Markdown files of the folder itself.
///
/// @param prompt the instructions to a model, where there are any
record SourceFiles(Path root, boolean folder, List<Path> texts, @Nullable Path prompt) {
  private static final String PROMPT = "system_prompt.txt";

  static SourceFiles of(Path source, Options options) {
    if (!Files.exists(source)) {
      throw Failure.of("corpus.missing", source);
    }
    if (Files.isDirectory(source)) {
      return folder(source, options);
    }
    if (!Files.isRegularFile(source)) {
      throw Failure.of("corpus.unreadable", source);
    }
    refuseLarge(source, size(source), options);
    return new SourceFiles(source, false, List.of(source), null);
  }

  private static SourceFiles folder(Path folder, Options options) {
    Path texts = folder.resolve("texts");
    List<Path> files =
        Files.isDirectory(texts)
            ? list(texts, List.of(".txt"), options)
            : list(folder, List.of(".txt", ".md"), options);
    Path prompt = folder.resolve(PROMPT);
    boolean prompted = Files.isRegularFile(prompt);
    long sum = prompted ? refuseLarge(prompt, size(prompt), options) : 0;
    for (Path file : files) {
      sum += refuseLarge(file, size(file), options);
    }
    if (sum > options.mostFolderBytes()) {
      throw Failure.of("corpus.folderTooLarge", folder, sum, options.mostFolderBytes());
    }
    return new SourceFiles(folder, true, files, prompted ? prompt : null);
  }

  private static List<Path> list(Path folder, List<String> endings, Options options) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, file -> text(file, endings))) {
      for (Path entry : entries) {
        files.add(entry);
        if (files.size() > options.mostFiles()) {
          throw Failure.of("corpus.tooManyFiles", folder, options.mostFiles());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw unreadable(folder, e);
    }
    files.sort(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder::compare));
    return files;
  }

  private static boolean text(Path file, List<String> endings) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean ending = endings.stream().anyMatch(name::endsWith);
    return ending && !name.equals(PROMPT) && Files.isRegularFile(file);
  }

  private static long refuseLarge(Path file, long size, Options options) {
    if (size > options.mostFileBytes()) {
      throw Failure.of("corpus.tooLarge", file, size, options.mostFileBytes());
    }
    return size;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// A file with its lines, named as the user would find it.
  TextFile read(Path file) {
    try {
      return TextFile.of(name(file), Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Whether this is a folder as ChatHaruhi lays it out.
  boolean laidOut() {
    return folder && (prompt != null || Files.isDirectory(root.resolve("texts")));
  }

  private String name(Path file) {
    return folder
        ? root.relativize(file).toString().replace('\\', '/')
        : file.getFileName().toString();
  }

  static Failure unreadable(Path file, Exception why) {
    return new Failure(Problem.of("corpus.unreadable", file), why);
  }
}
