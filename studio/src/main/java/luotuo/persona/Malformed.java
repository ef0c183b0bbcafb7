package luotuo.persona;

import java.nio.file.Path;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;

/// A file of a persona folder that is not the YAML or JSON that it should be.
final class Malformed {
  private Malformed() {}

  static Failure in(Path file, MalformedException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new Failure(Problem.of("persona.malformed", file, e.line(), why), e);
  }
}
