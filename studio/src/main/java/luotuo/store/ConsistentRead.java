package luotuo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reading a folder that another process may exchange meanwhile: what was read counts only if the
/// folder is the same one before and after.
final class ConsistentRead<T> {
  private final Path place;
  private final AtomicFolder.Reader<T> reader;

  ConsistentRead(Path place, AtomicFolder.Reader<T> reader) {
    this.place = place;
    this.reader = reader;
  }

  private record Identity(@Nullable Object key, FileTime changed) {}

  T within(int attempts) throws IOException {
    for (int attempt = 1; attempt < attempts; attempt++) {
      AtomicFolder.settle(place);
      Optional<Identity> before = identity();
      if (before.isPresent()) {
        Optional<T> read = readIfUnchanged(before.get());
        if (read.isPresent()) {
          return read.get();
        }
      } else if (attempt > 2) {
        throw new NoSuchFileException(place.toString());
      }
    }
    return reader.read(place);
  }

  private Optional<T> readIfUnchanged(Identity before) throws IOException {
    try {
      T value = reader.read(place);
      return isStill(before) ? Optional.of(value) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      if (isStill(before)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private boolean isStill(Identity before) {
    return identity().equals(Optional.of(before));
  }

  private Optional<Identity> identity() {
    try {
      var attributes = Files.readAttributes(place, BasicFileAttributes.class);
      return Optional.of(new Identity(attributes.fileKey(), attributes.lastModifiedTime()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
