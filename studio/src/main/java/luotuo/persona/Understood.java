package luotuo.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.Speaker;
import luotuo.corpus.Speakers;
import luotuo.corpus.Transcript;
import luotuo.job.Problem;

/// What an import would understand of a source.
///
/// @param name of the persona; empty where nobody was named and nobody speaks
/// @param note what the user should know of the choice of the name
/// @param proposedAliases by alias that was not asked for, why it may be one of that name
public record Understood(
    Optional<String> name,
    Optional<Problem> note,
    Map<String, String> proposedAliases,
    Scope scope,
    Language language,
    Transcript transcript) {

  public List<Scene> scenes() {
    return transcript.scenes();
  }

  /// Who may be the persona: the likeliest first, then whoever speaks most.
  public List<Speaker> proposedNames() {
    List<Speaker> speakers = new ArrayList<>(Speakers.count(scenes()));
    Speakers.proposeCharacter(scenes())
        .flatMap(name -> speakers.stream().filter(s -> s.name().equals(name)).findFirst())
        .ifPresent(
            likeliest -> {
              speakers.remove(likeliest);
              speakers.addFirst(likeliest);
            });
    return speakers;
  }
}
