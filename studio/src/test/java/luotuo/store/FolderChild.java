package luotuo.store;

import java.nio.file.Files;
import java.nio.file.Path;

/// Replaces a folder again and again by its next generation: each file tells which one it is of.
final class FolderChild {
  static final int FILES = 6;

  private FolderChild() {}

  public static void main(String[] arguments) {
    Path target = Path.of(arguments[0]);
    for (int generation = Integer.parseInt(arguments[1]); ; generation++) {
      int now = generation;
      AtomicFolder.replace(target, folder -> fill(folder, now));
      System.out.print(now + ".\n");
      System.out.flush();
    }
  }

  static void fill(Path folder, int generation) throws java.io.IOException {
    for (int i = 0; i < FILES; i++) {
      Files.writeString(folder.resolve(i + ".txt"), generation + "\n".repeat(1000));
    }
  }
}
