package luotuo.cli;

import luotuo.app.ModelGlance;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// A pull that somebody watches.
final class Pulling {
  private final Session session;
  private @Nullable Problem last;

  Pulling(Session session) {
    this.session = session;
  }

  /// @param anew whether the file may differ from the one that came the first time
  ModelGlance pull(String name, boolean anew) {
    PullLine line = new PullLine(session.streams(), session.messages());
    try {
      return session
          .library()
          .pull(
              name,
              anew,
              line,
              problem -> {
                line.hide();
                remark(problem);
              });
    } finally {
      line.hide();
    }
  }

  /// What goes wrong again in the same way is said once.
  private void remark(Problem problem) {
    if (!problem.equals(last)) {
      session.remark(session.messages().of(problem));
    }
    last = problem;
  }

  void tell(ModelGlance model) {
    session
        .output()
        .line(
            session.words(
                "model.pulled",
                model.name(),
                Bytes.of(model.bytes()),
                model.here().map(Object::toString).orElse("")));
    session.output().dim(checksum(model));
  }

  String checksum(ModelGlance model) {
    return switch (model.known()) {
      case "registry" -> session.words("model.checksum.registry", model.sha256());
      case "hub" -> session.words("model.checksum.hub", model.sha256());
      case "first pull" -> session.words("model.checksum.first", model.sha256());
      case "added" -> session.words("model.checksum.added", model.sha256());
      default -> session.words("model.checksum.open");
    };
  }
}
