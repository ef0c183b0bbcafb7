package luotuo.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An embedder that has the vectors of some texts from a file, so that a character with thousands
/// of wordings can be talked to without waiting for them.
///
/// The file holds no texts: `LTV1`, the embedder's name, the number of dimensions, the number of
/// texts, and for each of them the first eight bytes of its SHA-256 and its vector as signed bytes,
/// the largest number of each being 127. It is read when something is embedded. One that another
/// embedder made, or that is not whole, says nothing.
public final class KnownVectors implements Embedder {
  /// The file's name beside a persona.
  public static final String FILE = "asked.vectors";

  private static final int FORM = 0x4C545631; // LTV1
  private static final int MOST = 1_000_000;

  private final Embedder embedder;
  private final Path file;
  private @Nullable Map<Long, byte[]> known;

  /// @param embedder of all other texts
  /// @param file need not be there
  public KnownVectors(Embedder embedder, Path file) {
    this.embedder = embedder;
    this.file = file;
  }

  /// Writes a file of these texts, in an order of its own.
  public static void write(Path file, Embedder embedder, Collection<String> texts)
      throws IOException {
    List<String> all = texts.stream().distinct().toList();
    List<float[]> vectors = embedder.embed(all);
    Map<Long, byte[]> sorted = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      sorted.put(key(all.get(i)), packed(vectors.get(i)));
    }
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(FORM);
      out.writeUTF(embedder.name());
      out.writeInt(embedder.dimensions());
      out.writeInt(sorted.size());
      for (Map.Entry<Long, byte[]> entry : sorted.entrySet()) {
        out.writeLong(entry.getKey());
        out.write(entry.getValue());
      }
    }
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    List<byte @Nullable []> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String text : texts) {
      byte[] vector = known().get(key(text));
      found.add(vector);
      if (vector == null) {
        unknown.add(text);
      }
    }
    var computed = embedder.embed(unknown).iterator();
    List<float[]> vectors = new ArrayList<>();
    for (byte[] vector : found) {
      vectors.add(vector == null ? computed.next() : unpacked(vector));
    }
    return vectors;
  }

  /// Whether the file has the vector of a text.
  public boolean knows(String text) {
    return known().containsKey(key(text));
  }

  @Override
  public int tokens(String text) {
    return embedder.tokens(text);
  }

  @Override
  public float[] question(String text) {
    return embedder.question(text);
  }

  @Override
  public void close() {
    embedder.close();
  }

  private synchronized Map<Long, byte[]> known() {
    Map<Long, byte[]> read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private Map<Long, byte[]> read() {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != FORM || !in.readUTF().equals(name()) || in.readInt() != dimensions()) {
        return Map.of();
      }
      int count = Math.min(in.readInt(), MOST);
      Map<Long, byte[]> read = new HashMap<>();
      for (int i = 0; i < count; i++) {
        byte[] vector = new byte[dimensions()];
        long key = in.readLong();
        in.readFully(vector);
        read.put(key, vector);
      }
      return read;
    } catch (IOException e) {
      return Map.of(); // whatever is missing is computed
    }
  }

  private static byte[] packed(float[] vector) {
    float largest = 0;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    byte[] packed = new byte[vector.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = largest == 0 ? 0 : (byte) Math.round(127 * vector[i] / largest);
    }
    return packed;
  }

  private static float[] unpacked(byte[] packed) {
    double squares = 0;
    for (byte x : packed) {
      squares += x * x;
    }
    float[] vector = new float[packed.length];
    double norm = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (packed[i] / norm);
    }
    return vector;
  }

  private static long key(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
