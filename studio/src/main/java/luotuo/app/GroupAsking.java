package luotuo.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.chat.Voice;
import luotuo.persona.Persona;

/// Who speaks in a talk among several, and what may come to the members' minds: a scene is a place
/// in each one's own story.
public final class GroupAsking {
  private final String asker;
  private final Map<String, Asking> members;

  private GroupAsking(String asker, Map<String, Asking> members) {
    this.asker = asker;
    this.members = members;
  }

  /// @param until a scene's name, see [StoryTime#until]
  /// @throws luotuo.job.Failure `scene.unknown`, `scene.none` or `present.unknown`, with the name
  ///   of the first member that does not know it
  public static GroupAsking of(
      List<Persona> personas, String asker, Optional<String> until, List<String> present) {
    Map<String, Asking> members = new LinkedHashMap<>();
    personas.forEach(p -> members.put(p.name(), Asking.of(p, asker, until, present)));
    return new GroupAsking(asker, members);
  }

  public String asker() {
    return asker;
  }

  /// How a member is to reply; the words are those that it hears.
  public Voice.Question question(String member) {
    Asking asking = members.get(member);
    return asking == null ? Voice.Question.of("") : asking.question("");
  }
}
