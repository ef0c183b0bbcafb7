package luotuo.model.gguf.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import luotuo.job.Failure;

/// Everything before a file's weights, checked against the file's size.
///
/// @param weights where they begin
record Header(Metadata metadata, SequencedMap<String, Entry> entries, long weights) {
  static final int MAGIC = 0x46554747;
  private static final int MOST_DIMENSIONS = 4;
  private static final int LEAST_VALUE = 13;
  private static final int LEAST_ENTRY = 32;
  private static final long MOST_ALIGNMENT = 1 << 20;

  Header {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /// @param file its name, for messages
  /// @throws Failure of one sentence if this is no sound GGUF file of version 2 or 3
  static Header read(String file, MemorySegment bytes) {
    if (bytes.byteSize() < Integer.BYTES) {
      throw Failure.of("model.gguf.foreign", file);
    }
    Cursor cursor = new Cursor(file, bytes);
    if (cursor.int32() != MAGIC) {
      throw Failure.of("model.gguf.foreign", file);
    }
    int version = cursor.int32();
    if (version != 2 && version != 3) {
      throw Failure.of("model.gguf.version", file, Integer.toUnsignedString(version));
    }
    int tensors = cursor.length(LEAST_ENTRY);
    Metadata metadata = new Metadata(file, values(cursor, cursor.length(LEAST_VALUE)));
    SequencedMap<String, Entry> entries = entries(cursor, tensors);
    long alignment = alignment(metadata);
    long weights = (cursor.at() + alignment - 1) & -alignment;
    long room = Math.max(0, bytes.byteSize() - weights);
    entries.values().forEach(entry -> check(file, entry, alignment, room));
    return new Header(metadata, entries, weights);
  }

  private static Map<String, Object> values(Cursor cursor, int count) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String key = cursor.text();
      Object value = Values.read(ValueType.read(cursor), cursor);
      if (values.put(key, value) != null) {
        throw Failure.of("model.gguf.twice", cursor.file(), key);
      }
    }
    return values;
  }

  private static SequencedMap<String, Entry> entries(Cursor cursor, int count) {
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Entry entry = entry(cursor);
      if (entries.put(entry.name(), entry) != null) {
        throw Failure.of("model.gguf.twice", cursor.file(), entry.name());
      }
    }
    return entries;
  }

  private static Entry entry(Cursor cursor) {
    String name = cursor.text();
    int count = cursor.int32();
    if (count < 1 || count > MOST_DIMENSIONS) {
      throw Failure.of(
          "model.gguf.dimensions", cursor.file(), name, Integer.toUnsignedString(count));
    }
    List<Long> dimensions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dimensions.add(cursor.int64());
    }
    return new Entry(name, cursor.int32(), dimensions, cursor.int64());
  }

  private static long alignment(Metadata metadata) {
    long alignment = metadata.integer("general.alignment").orElse(32);
    if (alignment < 1 || alignment > MOST_ALIGNMENT || Long.bitCount(alignment) != 1) {
      throw metadata.wrong("general.alignment");
    }
    return alignment;
  }

  private static void check(String file, Entry entry, long alignment, long room) {
    if (!sound(entry)) {
      throw Failure.of("model.gguf.shape", file, entry.name(), entry.dimensions());
    }
    if (entry.offset() < 0 || entry.offset() % alignment != 0 || entry.offset() > room) {
      throw Failure.of("model.gguf.outside", file, entry.name());
    }
    long rest = room - entry.offset();
    if (entry.form().filter(form -> entry.rows() > rest / entry.rowBytes(form)).isPresent()) {
      throw Failure.of("model.gguf.outside", file, entry.name());
    }
  }

  /// Whether rows and columns are counts that an `int` holds, and rows are of whole blocks.
  private static boolean sound(Entry entry) {
    long rows = 1;
    for (int i = 0; i < entry.dimensions().size(); i++) {
      long dimension = entry.dimensions().get(i);
      if (dimension < 1 || dimension > Integer.MAX_VALUE) {
        return false;
      }
      rows = i == 0 ? 1 : rows * dimension;
      if (rows > Integer.MAX_VALUE) {
        return false;
      }
    }
    return entry.form().map(form -> entry.columns() % form.block() == 0).orElse(true);
  }
}
