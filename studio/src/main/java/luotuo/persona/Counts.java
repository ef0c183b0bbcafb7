package luotuo.persona;

import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// How many scenes, and how many turns of each kind.
public record Counts(int scenes, int turns, int said, int did, int narrated, int passages) {

  public static Counts of(List<Scene> scenes) {
    int said = 0;
    int did = 0;
    int narrated = 0;
    int passages = 0;
    for (Scene scene : scenes) {
      for (Turn turn : scene.turns()) {
        switch (turn) {
          case Turn.Said _ -> said++;
          case Turn.Did _ -> did++;
          case Turn.Narrated _ -> narrated++;
          case Turn.Passage _ -> passages++;
        }
      }
    }
    int turns = said + did + narrated + passages;
    return new Counts(scenes.size(), turns, said, did, narrated, passages);
  }
}
