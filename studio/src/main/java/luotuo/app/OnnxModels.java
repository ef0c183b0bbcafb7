package luotuo.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.model.NearnessJudge;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxJudge;
import luotuo.model.onnx.OnnxOptions;
import luotuo.persona.Language;

/// The models that ship with the program.
final class OnnxModels implements Models {
  private final OnnxOptions options;
  private final Map<Language, Embedder> embedders = new EnumMap<>(Language.class);
  private final Map<Language, Embedder> answering = new EnumMap<>(Language.class);
  private final Map<Language, Judge> judges = new EnumMap<>(Language.class);
  private final Map<Language, Judge> readers = new EnumMap<>(Language.class);
  private final Map<Language, Judge> replacing = new EnumMap<>(Language.class);

  /// @param folder what the jars hold packed is unpacked there
  OnnxModels(Path folder) {
    this.options = OnnxOptions.in(folder);
  }

  @Override
  public synchronized Embedder embedder(Language language) {
    return embedders.computeIfAbsent(language, this::loadEmbedder);
  }

  private Embedder loadEmbedder(Language language) {
    return switch (language) {
      case ZH -> OnnxEmbedder.chinese(options).warm();
      case EN -> OnnxEmbedder.english(options).warm();
    };
  }

  @Override
  public synchronized Embedder answering(Language language) {
    return switch (language) {
      case ZH -> answering.computeIfAbsent(language, _ -> OnnxEmbedder.answering(options));
      case EN -> embedder(language);
    };
  }

  @Override
  public synchronized Judge judge(Language language) {
    return judges.computeIfAbsent(language, this::loadJudge);
  }

  @Override
  public synchronized Optional<Judge> reader(Language language) {
    return switch (language) {
      case ZH -> Optional.of(readers.computeIfAbsent(language, _ -> OnnxJudge.reader(options)));
      case EN -> Optional.empty();
    };
  }

  @Override
  public synchronized Optional<Judge> replaces(Language language) {
    return switch (language) {
      case ZH -> Optional.of(replacing.computeIfAbsent(language, _ -> OnnxJudge.replaces(options)));
      case EN -> Optional.empty();
    };
  }

  private Judge loadJudge(Language language) {
    return switch (language) {
      case ZH -> OnnxJudge.chinese(options).warm();
      case EN -> nearness(language);
    };
  }

  private Judge nearness(Language language) {
    return new NearnessJudge(embedder(language));
  }

  @Override
  public synchronized void close() {
    judges.values().forEach(Judge::close);
    readers.values().forEach(Judge::close);
    replacing.values().forEach(Judge::close);
    answering.values().forEach(Embedder::close);
    embedders.values().forEach(Embedder::close);
  }
}
