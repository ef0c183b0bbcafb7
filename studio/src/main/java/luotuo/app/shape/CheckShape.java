package luotuo.app.shape;

import java.util.List;
import luotuo.eval.PersonaCheck;
import luotuo.persona.Persona;

/// How a persona did, as JSON.
public record CheckShape(
    String name,
    int asked,
    int answered,
    int right,
    int foreign,
    int declined,
    List<String> unanswered,
    List<String> taken) {
  public static CheckShape of(Persona persona, PersonaCheck.Check check) {
    return new CheckShape(
        persona.name(),
        check.asked(),
        check.answered(),
        check.right(),
        check.foreign(),
        check.declined(),
        check.unanswered(),
        check.taken());
  }
}
