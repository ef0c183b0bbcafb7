package luotuo.model.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import luotuo.job.Failure;

/// Finds the key for a server: the one that was meant for this host first, so that a key does not
/// reach a host that has its own.
///
/// 1. the file `HOST` in the folder of keys, which nobody but its owner may read;
/// 2. `OPENAI_API_KEY`, `DEEPSEEK_API_KEY` or `DASHSCOPE_API_KEY`, each for its own hosts;
/// 3. `LUOTUO_API_KEY`, for any host.
///
/// @param environment variables of the process
/// @param folder of key files; need not exist
public record Keys(Map<String, String> environment, Path folder) {
  private static final int LONGEST = 8192;
  private static final Map<String, String> OWN =
      Map.of(
          "api.openai.com", "OPENAI_API_KEY",
          "api.deepseek.com", "DEEPSEEK_API_KEY",
          "dashscope.aliyuncs.com", "DASHSCOPE_API_KEY",
          "dashscope-intl.aliyuncs.com", "DASHSCOPE_API_KEY");
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /// @return the key, or [Key#NONE]
  /// @throws Failure `model.remote.key.…` if there is one that must not be used
  public Key of(URI server) {
    Path file = file(server);
    String host = file.getFileName().toString();
    if (Files.exists(file)) {
      return read(file);
    }
    String own = OWN.getOrDefault(host, "LUOTUO_API_KEY");
    String variable = environment.getOrDefault(own, "").isBlank() ? "LUOTUO_API_KEY" : own;
    String found = environment.getOrDefault(variable, "");
    return found.isBlank() ? Key.NONE : Key.of(found, variable);
  }

  /// Where a server's own key lies, or would.
  public Path file(URI server) {
    return folder.resolve(server.getHost().replaceAll("[\\[\\]]", ""));
  }

  private static Key read(Path file) {
    try {
      if (readableByOthers(file)) {
        throw Failure.of("model.remote.key.rights", file);
      }
      if (Files.size(file) > LONGEST) {
        throw Failure.of("model.remote.key.form", file);
      }
      return Key.of(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      return Key.NONE;
    } catch (IOException e) {
      throw Failure.of("model.remote.key.unreadable", file);
    }
  }

  /// On a file system without these rights nobody can tell, and the file is taken.
  private static boolean readableByOthers(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
    return view != null && !OWNERS.containsAll(view.readAttributes().permissions());
  }
}
