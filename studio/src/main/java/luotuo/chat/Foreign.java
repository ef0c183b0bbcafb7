package luotuo.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// Questions that belong to others: everyday matters which hardly any persona has spoken of.
public final class Foreign {
  private Foreign() {}

  /// In the persona's language, always the same ones in the same order, but for those that name the
  /// persona: what the weight of 孙悟空's staff is, 孙悟空 may well have told.
  public static List<String> questions(Persona persona) {
    return of(persona.language()).stream()
        .filter(question -> persona.names().stream().noneMatch(question::contains))
        .toList();
  }

  private static List<String> of(Language language) {
    String name = "/luotuo/chat/foreign-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (var in = Foreign.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
