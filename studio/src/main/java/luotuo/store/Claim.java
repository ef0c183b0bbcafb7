package luotuo.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Long work on one thing, which nobody else may do meanwhile: no other thread, no other process.
/// Nobody waits for it, and the system frees it when its process is killed.
public final class Claim implements AutoCloseable {
  private static final String PREFIX = Leftovers.PREFIX + "claim~";
  // The system's file locks do not keep two threads of one process apart.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Claim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @param place what is worked on; the mark of the claim lies beside it
  /// @return empty where somebody else is at it
  public static Optional<Claim> on(Path place) {
    Path folder = Leftovers.folder(place.toAbsolutePath().normalize());
    OwnFolder.create(folder);
    Path file = folder.resolve(PREFIX + place.getFileName());
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    try {
      Optional<Claim> claim = locked(file);
      if (claim.isEmpty()) {
        HELD.remove(file);
      }
      return claim;
    } catch (IOException e) {
      HELD.remove(file);
      throw FileFailure.writing(file, e);
    }
  }

  private static Optional<Claim> locked(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new Claim(file, channel));
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
