package luotuo.server.openai;

import luotuo.model.ScriptEstimate;
import luotuo.model.TokenCounter;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// What becomes of a client's system message.
public enum ClientSystem {
  /// Stands behind who the persona is, and before what holds for every persona.
  ADD,
  /// Is passed over.
  IGNORE,
  /// Takes the place of the persona's own instructions and profile.
  ONLY;

  /// As many as a prompt has room for beside the persona.
  private static final int MOST_TOKENS = 512;

  private static final TokenCounter TOKENS = new ScriptEstimate();

  /// The persona as the client wants it.
  Persona heeded(Persona persona, String wishes) {
    if (wishes.isBlank()) {
      return persona;
    }
    return switch (this) {
      case IGNORE -> persona;
      case ADD -> persona.withProfile((persona.profile() + "\n" + asked(persona, wishes)).strip());
      case ONLY -> persona.withInstructions(cut(wishes)).withProfile("");
    };
  }

  private static String asked(Persona persona, String wishes) {
    String heading =
        persona.language() == Language.ZH
            ? "和你说话的人用的软件另有要求，与你是谁不冲突的就照做："
            : "The program of the one who talks with you asks for this; heed it where it does not"
                + " contradict who you are:";
    return heading + "\n" + cut(wishes);
  }

  private static String cut(String wishes) {
    int[] points = wishes.codePoints().toArray();
    int length = points.length;
    while (TOKENS.count(new String(points, 0, length)) > MOST_TOKENS) {
      length = length * 9 / 10;
    }
    return new String(points, 0, length);
  }
}
