package luotuo.chat;

import java.util.List;
import java.util.stream.Collectors;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// Words of the persona's own that can be a reply, with what they once replied to.
///
/// @param from index of the first turn that is quoted
/// @param to index after the last
/// @param asker who was replied to; empty where nobody in particular
/// @param asked what was replied to; empty for prose and for words spoken unasked
/// @param text exactly what would be said
/// @param prose whether this is a piece of a passage
record Line(Scene scene, int from, int to, String asker, String asked, String text, boolean prose) {

  /// The turns that are quoted.
  List<Turn> turns() {
    return scene.turns().subList(from, to);
  }

  /// The evidence: each quoted turn with its place.
  List<Evidence> evidence(double score, Evidence.Found found) {
    return turns().stream()
        .filter(turn -> !(turn instanceof Turn.Narrated))
        .map(
            turn ->
                new Evidence(
                    scene.id(),
                    turn.source(),
                    prose ? text : turn.text(),
                    score,
                    scene.restsOn(),
                    found))
        .collect(Collectors.toList());
  }
}
