package luotuo.model.gguf;

import java.nio.file.Path;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A tiny model of random weights keeps the contract of every chat model.
class GgufModelTest extends ChatModelContract {
  @TempDir static Path folder;
  private static Path file;
  private static GgufModel model;

  @BeforeAll
  static void open() {
    file = TinyFile.of("llama", 1).write(folder);
    model = GgufModel.open(file, GgufOptions.DEFAULT.withThreads(2));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Override
  protected ChatModel model() {
    return model;
  }

  @Override
  protected ChatModel another() {
    return GgufModel.open(file, GgufOptions.DEFAULT.withThreads(1));
  }
}
