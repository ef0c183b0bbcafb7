package luotuo.model.hub;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What a model would run on.
///
/// @param memory of the machine or the container, in bytes
/// @param cores that the program may use
public record Machine(long memory, int cores) {
  private static final long GIBIBYTE = 1L << 30;

  /// A class of machines, the smallest first.
  public enum Size {
    SMALL,
    MIDDLE,
    LARGE;

    /// As the registry writes it.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Machine here() {
    return new Machine(memoryHere(), Runtime.getRuntime().availableProcessors());
  }

  private static long memoryHere() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory() * 4; // a heap takes a quarter, where nobody says more
  }

  /// Large from 12 GiB and four cores, middle from 6 GiB. A machine sold with 16, 12 or 8 GB shows
  /// somewhat less.
  public Size size() {
    if (memory >= 11 * GIBIBYTE && cores >= 4) {
      return Size.LARGE;
    }
    return memory >= 11 * GIBIBYTE / 2 ? Size.MIDDLE : Size.SMALL;
  }

  /// Whether a file of this size, its context and the program fit the memory.
  public boolean holds(long bytes) {
    return bytes + bytes / 4 + GIBIBYTE / 2 <= memory;
  }
}
