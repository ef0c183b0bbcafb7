package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownVectorsTest extends EmbedderContractTest {
  private static final List<String> KNOWN = List.of("特训！", "你还记得我们第一次见面的那天吗？", "");

  @TempDir Path folder;

  /// Embeds as another does, and keeps what it was asked for.
  private static final class Recording implements Embedder {
    private final Embedder embedder = new FakeEmbedder();
    private final List<String> asked = new ArrayList<>();

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
      asked.addAll(texts);
      return embedder.embed(texts);
    }

    @Override
    public void close() {
      embedder.close();
    }
  }

  private Path file() {
    Path file = folder.resolve("asked.vectors");
    try {
      KnownVectors.write(file, new FakeEmbedder(), KNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Override
  protected Embedder embedder() {
    return another();
  }

  @Override
  protected Embedder another() {
    return new KnownVectors(new FakeEmbedder(), file());
  }

  @Override
  protected float tolerance() {
    return 0.01f; // a byte for each component
  }

  @Test
  void onlyWhatIsUnknownIsEmbedded() {
    Recording recording = new Recording();
    KnownVectors known = new KnownVectors(recording, file());
    List<float[]> vectors = known.embed(List.of("特训！", "船票多少钱", ""));
    assertEquals(List.of("船票多少钱"), recording.asked);
    List<float[]> computed = new FakeEmbedder().embed(List.of("特训！", "船票多少钱", ""));
    for (int i = 0; i < vectors.size(); i++) {
      assertArrayEquals(computed.get(i), vectors.get(i), tolerance());
    }
  }

  @Test
  void whatIsNoSuchFileSaysNothing() throws IOException {
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    assertTrue(new KnownVectors(new FakeEmbedder(), file).knows("特训！"));
    for (int length : List.of(0, 3, 10, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertFalse(new KnownVectors(new FakeEmbedder(), file).knows("特训！"), "length " + length);
    }
    assertFalse(new KnownVectors(new FakeEmbedder(), folder.resolve("none")).knows("特训！"));
    whole[9] ^= 1; // within the embedder's name
    Files.write(file, whole);
    assertFalse(new KnownVectors(new FakeEmbedder(), file).knows("特训！"));
  }
}
