package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;

/// A persona of thirty scenes. In each, somebody asks with a letter of its own and the persona
/// replies with the same letter, so that every right number is known.
final class Numbered {
  static final String NAME = "阿远";

  private Numbered() {}

  static Persona persona() {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String letter = letter(i);
      List<Turn> turns = new ArrayList<>();
      turns.add(new Turn.Said("同学", "呢呢" + letter.repeat(3), new Source("a.txt", 2 * i + 1)));
      turns.add(new Turn.Said(NAME, letter.repeat(3) + "哦哦", new Source("a.txt", 2 * i + 2)));
      scenes.add(new Scene("s" + i, i, turns));
    }
    return Persona.of(NAME, Language.ZH, Scope.PLAY, scenes);
  }

  static String letter(int i) {
    return String.valueOf((char) ('一' + 40 * i));
  }
}
