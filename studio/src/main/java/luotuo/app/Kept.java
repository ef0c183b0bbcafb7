package luotuo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import luotuo.job.Cancelled;
import org.jspecify.annotations.Nullable;

/// Values that take long to make: one a key, made by whoever asks first. Others who ask for it
/// wait, and nobody else does. Where making one fails, the next who asks tries again.
final class Kept<K, V> {
  private final Map<K, Slot<V>> slots = new ConcurrentHashMap<>();

  private static final class Slot<V> {
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable V value;
    private boolean dropped;
  }

  /// @param good whether the value that is there still serves
  /// @param make given the one that was there, if any
  /// @throws Cancelled if interrupted while another thread makes it
  V get(K key, Predicate<V> good, Function<Optional<V>, V> make) {
    while (true) {
      Slot<V> slot = slots.computeIfAbsent(key, _ -> new Slot<>());
      V there = slot.value;
      if (there != null && good.test(there)) {
        return there;
      }
      V made = made(key, slot, good, make);
      if (made != null) {
        return made;
      }
    }
  }

  /// Nothing, where another thread tried in vain meanwhile.
  private @Nullable V made(K key, Slot<V> slot, Predicate<V> good, Function<Optional<V>, V> make) {
    lock(slot.making);
    try {
      V there = slot.value;
      if (slot.dropped || (there != null && good.test(there))) {
        return there;
      }
      V made = make.apply(Optional.ofNullable(there));
      slot.value = made;
      return made;
    } catch (RuntimeException | Error e) {
      drop(key, slot);
      throw e;
    } finally {
      slot.making.unlock();
    }
  }

  private static void lock(ReentrantLock lock) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }

  private void drop(K key, Slot<V> slot) {
    slot.dropped = true;
    slot.value = null;
    slots.remove(key, slot);
  }

  /// What is there, if anything is.
  Optional<V> peek(K key) {
    Slot<V> slot = slots.get(key);
    return Optional.ofNullable(slot == null ? null : slot.value);
  }

  /// The next who asks for it makes it anew.
  void forget(K key) {
    Slot<V> slot = slots.get(key);
    if (slot != null) {
      lock(slot.making);
      try {
        drop(key, slot);
      } finally {
        slot.making.unlock();
      }
    }
  }

  void forgetAll() {
    List.copyOf(slots.keySet()).forEach(this::forget);
  }

  /// All that are there.
  List<V> all() {
    List<V> all = new ArrayList<>();
    for (Slot<V> slot : slots.values()) {
      V value = slot.value;
      if (value != null) {
        all.add(value);
      }
    }
    return all;
  }
}
