package luotuo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Looks whether everything is in order, and says what to do where it is not.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  /// A check as JSON.
  ///
  /// @param advice null where all is well
  record Shape(String check, boolean ok, String found, @Nullable String advice) {}

  @Override
  public Integer call() {
    List<Check> wrong = new ArrayList<>();
    session
        .studio()
        .doctor()
        .checks()
        .forEach(
            check -> {
              show(check);
              if (!check.isFine()) {
                wrong.add(check);
              }
            });
    return wrong.isEmpty() ? Program.DONE : Program.FAILED;
  }

  private void show(Check check) {
    Messages messages = session.messages();
    String found = messages.of(check.found());
    String advice = check.problem().map(messages::of).orElse(null);
    Output output = session.output();
    if (session.json()) {
      output.json(new Shape(check.name(), check.isFine(), found, advice));
    } else {
      String line = session.words(check.isFine() ? "doctor.ok" : "doctor.problem", found);
      output.line(advice == null ? line : line + " — " + advice);
    }
  }
}
