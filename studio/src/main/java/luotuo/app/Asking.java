package luotuo.app;

import java.util.List;
import java.util.Optional;
import luotuo.chat.Voice;
import luotuo.persona.Persona;

/// Who asks, and what may come to the persona's mind.
///
/// @param asker empty where nobody in particular
/// @param until only scenes whose order is below this
/// @param present only scenes in which all of these took part
public record Asking(String asker, int until, List<String> present) {
  /// @param until a scene's name, see [StoryTime#until]
  /// @throws luotuo.job.Failure `scene.unknown`, `scene.none` or `present.unknown`
  public static Asking of(
      Persona persona, String asker, Optional<String> until, List<String> present) {
    return new Asking(
        asker,
        until.map(scene -> StoryTime.until(persona, scene)).orElse(Integer.MAX_VALUE),
        StoryTime.present(persona, present));
  }

  public Asking withAsker(String to) {
    return new Asking(to, until, present);
  }

  public Voice.Question question(String text) {
    return new Voice.Question(text, asker, until, present);
  }
}
