package luotuo.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Held while names in a folder are exchanged, against other threads and other processes. The
/// system frees it when its process is killed.
final class FolderLock implements AutoCloseable {
  // The system's file locks do not keep two threads of one process apart.
  private static final ReentrantLock THREADS = new ReentrantLock();
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock on(Path folder) throws IOException {
    THREADS.lock();
    try {
      var channel =
          FileChannel.open(
              folder.resolve(Leftovers.PREFIX + "lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      channel.lock();
      return new FolderLock(channel);
    } catch (IOException | RuntimeException e) {
      THREADS.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
