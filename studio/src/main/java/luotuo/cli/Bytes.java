package luotuo.cli;

import java.util.Locale;

/// Sizes of files for people, in units of a thousand as disks and hubs count.
final class Bytes {
  private static final long MEGA = 1_000_000;

  private Bytes() {}

  static String of(long bytes) {
    if (bytes >= 1000 * MEGA) {
      return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
    return bytes >= MEGA ? Math.round((double) bytes / MEGA) + " MB" : bytes / 1000 + " kB";
  }

  static String of(long bytes, boolean exact) {
    return exact ? of(bytes) : "~" + of(bytes);
  }

  /// Without its unit.
  static String mega(double bytes) {
    return String.format(Locale.ROOT, bytes < 10 * MEGA ? "%.1f" : "%.0f", bytes / MEGA);
  }
}
