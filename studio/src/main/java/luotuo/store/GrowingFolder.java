package luotuo.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that only gains: whole files that never change, and lines at the end of others. Several
/// threads and processes may add at once.
///
/// Nothing is forced to the disk, which would take longer than all else together. So what was added
/// outlives its process, killed or not; after a power cut the last files may be missing, empty or
/// cut off, and whoever reads them has to notice. An interrupt of the thread does no harm here: the
/// streams of `java.io` do not see it, where a channel would be closed under all its users.
public final class GrowingFolder {
  private final Path root;

  private GrowingFolder(Path root) {
    this.root = root;
  }

  /// A folder to add to, made where it is missing, for its owner only.
  public static GrowingFolder ready(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    OwnFolder.create(root);
    try {
      Leftovers.sweep(root);
    } catch (IOException e) {
      throw FileFailure.writing(root, e);
    }
    return new GrowingFolder(root);
  }

  /// A folder to read, which may be missing.
  public static GrowingFolder at(Path folder) {
    return new GrowingFolder(folder.toAbsolutePath().normalize());
  }

  public Path root() {
    return root;
  }

  public boolean has(String name) {
    return Files.exists(root.resolve(name));
  }

  /// The text of a file, where there is one.
  public Optional<String> text(String name) {
    Path file = root.resolve(name);
    try (var in = new FileInputStream(file.toFile())) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      throw FileFailure.reading(file, e);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /// Adds a whole file.
  ///
  /// @return false, and nothing done, where the name was taken
  public boolean add(String name, String text) {
    Path file = root.resolve(name);
    OwnFolder.create(Leftovers.folder(file));
    Path made = Leftovers.unfinished(root);
    try {
      try {
        write(made, text, false);
        return link(made, file);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /// Adds a line at the end of a file. Lines of several processes do not mix, as each is written at
  /// once.
  public void append(String name, String line) {
    Path file = root.resolve(name);
    try {
      write(file, line + "\n", true);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  private static void write(Path file, String text, boolean append) throws IOException {
    try (var out = new FileOutputStream(file.toFile(), append)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// A link never replaces a file, as a move does.
  private static boolean link(Path made, Path file) throws IOException {
    try {
      Files.createLink(file, made);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | IOException e) {
      return move(made, file);
    }
  }

  /// Where a disk has no links.
  private static boolean move(Path made, Path file) throws IOException {
    try {
      Files.move(made, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
