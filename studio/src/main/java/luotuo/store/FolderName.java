package luotuo.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Any name as the name of one folder that every file system takes and that leaves its parent
/// nowhere. A name that is safe already stays as it is, Chinese included; another one keeps what it
/// can and gets eight hexadecimal digits of its hash, so that two names do not share a folder.
public final class FolderName {
  private static final int MOST_CHARACTERS = 80;
  // Names of files end at 255 bytes, and temporary names are longer than these.
  private static final int MOST_BYTES = 180;
  private static final int KEPT_CHARACTERS = 40;

  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|%]");
  private static final Pattern EDGES = Pattern.compile("^[\\s.~]+|[\\s.]+$");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");
  private static final Pattern HASHED = Pattern.compile(".*~[0-9a-f]{8}");

  private FolderName() {}

  public static String of(String name) {
    String kept = EDGES.matcher(UNSAFE.matcher(name).replaceAll("_")).replaceAll("");
    if (kept.equals(name) && isShort(name) && !isTaken(name)) {
      return name;
    }
    return cut(kept) + "~" + Hash.sha256(name).substring(0, 8);
  }

  /// Whether a name means something else already: to Windows, to this class, or nothing at all.
  private static boolean isTaken(String name) {
    return name.isEmpty()
        || RESERVED.matcher(name).matches()
        || HASHED.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isShort(String name) {
    return name.codePointCount(0, name.length()) <= MOST_CHARACTERS
        && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  private static String cut(String name) {
    int length = name.codePointCount(0, name.length());
    return name.substring(0, name.offsetByCodePoints(0, Math.min(length, KEPT_CHARACTERS)));
  }
}
