package luotuo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.job.Failure;
import luotuo.store.FolderName;

/// A path that a client gives, as one that every file system takes and that stays in its folder.
/// What is safe already stays as it is; of other names what can be kept is, with the ending.
final class UploadPath {
  private static final int MOST_PARTS = 16;
  private static final Pattern ENDING = Pattern.compile("(.+)\\.([A-Za-z0-9]{1,8})");

  private UploadPath() {}

  /// @throws Failure `upload.path` if it names no file, or leads upwards
  static Path of(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("[/\\\\]+")) {
      if (part.equals("..")) {
        throw Failure.of("upload.path", path);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(safe(part));
      }
    }
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw Failure.of("upload.path", path);
    }
    return Path.of(parts.removeFirst(), parts.toArray(String[]::new));
  }

  private static String safe(String part) {
    if (FolderName.of(part).equals(part)) {
      return part;
    }
    Matcher ending = ENDING.matcher(part);
    return ending.matches()
        ? FolderName.of(ending.group(1)) + "." + ending.group(2).toLowerCase(Locale.ROOT)
        : FolderName.of(part);
  }
}
