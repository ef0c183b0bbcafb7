package luotuo.persona;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import luotuo.store.FileFailure;
import luotuo.store.FolderName;
import luotuo.store.ScratchFolder;

/// A persona's folder as one file to take along, which other programs read as a ChatHaruhi folder
/// once it is unpacked.
public final class PersonaZip implements AutoCloseable {
  private final ScratchFolder scratch;
  private final Path whole;

  private PersonaZip(ScratchFolder scratch, Path whole) {
    this.scratch = scratch;
    this.whole = whole;
  }

  /// @param folder the persona's
  /// @param scratch a folder to work in
  public static PersonaZip of(Path folder, Path scratch) {
    ScratchFolder work = ScratchFolder.in(scratch);
    try {
      String name = FolderName.of(PersonaFolder.read(folder).name());
      Path whole = work.path().resolve(name);
      PersonaExport.to(whole, folder, false);
      return new PersonaZip(work, whole);
    } catch (RuntimeException | Error e) {
      work.close();
      throw e;
    }
  }

  /// @param out stays open
  /// @throws IOException if nobody takes it
  public void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Path file : files()) {
      String name = scratch.path().relativize(file).toString().replace('\\', '/');
      zip.putNextEntry(new ZipEntry(name));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private List<Path> files() {
    try (var all = Files.walk(whole)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw FileFailure.reading(whole, e);
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
