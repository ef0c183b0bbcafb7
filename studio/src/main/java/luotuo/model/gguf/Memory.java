package luotuo.model.gguf;

import java.lang.management.ManagementFactory;
import luotuo.job.Failure;

/// How much there is to compute with.
///
/// @param physical bytes of the machine, or of what this process may have of it
/// @param heap bytes that the JVM may take at most
record Memory(long physical, long heap) {
  /// Of the heap, what keys and values may take.
  private static final double HEAP_SHARE = 0.6;

  /// Of the machine, what weights, keys and values may take.
  private static final double SHARE = 0.9;

  /// A model that could not even keep so many positions is of no use.
  private static final int LEAST_CONTEXT = 512;

  private static final double GIB = 1 << 30;

  static Memory here() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new Memory(system.getTotalMemorySize(), Runtime.getRuntime().maxMemory());
  }

  /// What a model gets.
  ///
  /// @param context positions of a conversation
  /// @param pages of keys and values in all, at least those of one whole conversation
  record Share(int context, int pages) {}

  /// Computes, before anything is allocated, what fits.
  ///
  /// @param weights bytes of the file, which stays mapped
  /// @throws Failure `model.gguf.memory` or `model.gguf.heap`, with the gibibytes that are needed
  ///   and there, if not even a short conversation fits
  Share share(String file, long weights, Architecture shape, GgufOptions options) {
    long own = Decoder.bytes(shape) + (2L + Decoder.LOGITS) * Float.BYTES * shape.vocabulary();
    long page = Conversation.pageBytes(shape);
    int wanted =
        Math.min(shape.context(), options.context() == 0 ? Integer.MAX_VALUE : options.context());
    long least = own + page * Conversation.pages(Math.min(wanted, LEAST_CONTEXT));
    long onMachine = (long) (SHARE * physical) - weights;
    long onHeap = (long) (HEAP_SHARE * heap);
    if (least > onMachine) {
      throw Failure.of("model.gguf.memory", file, gib((weights + least) / SHARE), gib(physical));
    }
    if (least > onHeap) {
      throw Failure.of("model.gguf.heap", file, gib(least / HEAP_SHARE), gib(heap));
    }
    long fit = (Math.min(onMachine, onHeap) - own) / page;
    int context = (int) Math.min(wanted, fit * Conversation.PAGE);
    return new Share(
        context, (int) Math.min(fit, (long) options.caches() * Conversation.pages(context)));
  }

  private static String gib(double bytes) {
    return String.format(java.util.Locale.ROOT, "%.1f", bytes / GIB);
  }
}
