package luotuo.model.gguf.token;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import luotuo.model.gguf.file.Metadata;

/// What `bench/reference/tokens.py` made, and the metadata of vocabularies.
final class Fixtures {
  private static final String HOME = "/gguf/tokens/";

  private Fixtures() {}

  static List<String> texts() {
    var texts = new ArrayList<String>();
    try (var in = new DataInputStream(unpacked("texts.bin.gz"))) {
      while (texts.size() < 1000) {
        texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /// For each text, its [#row] as text and as a text with marks.
  static List<String> rows(String name) throws IOException {
    try (var in = unpacked(name + ".txt.gz")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// How the rows write tokens.
  static String row(int[] ids) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * ids.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(ids);
    var crc = new CRC32();
    crc.update(bytes);
    return "%d:%08x".formatted(ids.length, crc.getValue());
  }

  /// The metadata of a vocabulary among the resources, with some entries changed.
  static Metadata vocabulary(String name, Map<String, Object> changed) {
    try (var in = unpacked(name)) {
      var bytes = ByteBuffer.wrap(in.readAllBytes());
      var values = new HashMap<>(new Reader(bytes).metadata());
      values.putAll(changed);
      return new Metadata(name, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The metadata of a real model, where it is at hand.
  static Optional<Metadata> model(String file) throws IOException {
    String home = System.getProperty("luotuo.test.models", System.getenv("LUOTUO_TEST_MODELS"));
    Path folder =
        home == null
            ? Path.of(System.getProperty("user.home"), ".cache", "luotuo-test-models")
            : Path.of(home);
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(path)) {
      var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return Optional.of(new Metadata(file, new Reader(bytes).metadata()));
    }
  }

  private static InputStream unpacked(String name) throws IOException {
    InputStream in = Fixtures.class.getResourceAsStream(HOME + name);
    if (in == null) {
      throw new IOException("no " + HOME + name);
    }
    return new GZIPInputStream(in);
  }

  /// Reads the metadata of a file that is known to be good.
  private static final class Reader {
    private final ByteBuffer bytes;

    Reader(ByteBuffer bytes) {
      this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    Map<String, Object> metadata() {
      bytes.position(16);
      long entries = bytes.getLong();
      var values = new HashMap<String, Object>();
      for (long i = 0; i < entries; i++) {
        String key = text();
        values.put(key, value(bytes.getInt()));
      }
      return values;
    }

    private Object value(int type) {
      return switch (type) {
        case 4 -> (long) bytes.getInt();
        case 5 -> (long) bytes.getInt();
        case 6 -> (double) bytes.getFloat();
        case 7 -> bytes.get() != 0;
        case 8 -> text();
        case 9 -> list(bytes.getInt(), (int) bytes.getLong());
        case 10 -> bytes.getLong();
        default -> throw new IllegalArgumentException("type " + type);
      };
    }

    private Object list(int type, int size) {
      if (type == 8) {
        var texts = new String[size];
        java.util.Arrays.setAll(texts, _ -> text());
        return texts;
      }
      if (type == 6) {
        var numbers = new float[size];
        for (int i = 0; i < size; i++) {
          numbers[i] = bytes.getFloat();
        }
        return numbers;
      }
      var integers = new long[size];
      java.util.Arrays.setAll(integers, _ -> (long) value(type));
      return integers;
    }

    private String text() {
      var text = new byte[(int) bytes.getLong()];
      bytes.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
