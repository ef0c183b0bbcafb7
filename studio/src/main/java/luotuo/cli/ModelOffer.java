package luotuo.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import luotuo.app.Defaults;
import luotuo.app.ModelGlance;
import luotuo.job.Failure;
import luotuo.store.Workspace;
import org.jspecify.annotations.Nullable;

/// Offers, once in a workspace's life and only to somebody at a terminal, to pull the language
/// model that fits the machine. Nothing is pulled without a yes.
final class ModelOffer {
  private static final Set<String> YES = Set.of("y", "yes", "是", "好", "要", "好的");

  private final Session session;

  ModelOffer(Session session) {
    this.session = session;
  }

  /// @param language that the model should speak, such as `zh`
  /// @return the model that was pulled, which characters speak with from now on
  Optional<String> make(String language) {
    Workspace workspace = session.settings().workspace();
    if (!session.isInteractive()) {
      return Optional.empty();
    }
    Defaults defaults = Defaults.of(workspace);
    if (defaults.offered() || defaults.model().isPresent()) {
      return Optional.empty();
    }
    return session.library().fitting(language).flatMap(model -> offered(model, workspace));
  }

  private Optional<String> offered(ModelGlance model, Workspace workspace) {
    boolean accepted = isYes(answer(model));
    Defaults.of(workspace).withOffered().write(workspace);
    if (!accepted) {
      session.output().dim(session.words("model.offer.later", model.name()));
      return Optional.empty();
    }
    return pulled(model, workspace);
  }

  private @Nullable String answer(ModelGlance model) {
    Output output = session.output();
    output.line(
        session.words(
            "model.offer.what",
            model.title(),
            Bytes.of(model.bytes(), model.exact()),
            model.licence().name()));
    if (!model.tried()) {
      output.dim(session.words("model.show.untried"));
    }
    try (Lines lines = session.answers(new Completions(List.of(), List.of()))) {
      return lines.next(session.words("model.offer.prompt"));
    }
  }

  private static boolean isYes(@Nullable String line) {
    return line != null && YES.contains(Typed.clean(line).toLowerCase(Locale.ROOT));
  }

  /// A pull that fails is no reason not to talk.
  private Optional<String> pulled(ModelGlance model, Workspace workspace) {
    try {
      Pulling pulling = new Pulling(session);
      ModelGlance pulled = pulling.pull(model.name(), false);
      pulling.tell(pulled);
      Defaults.of(workspace).withModel(Optional.of(pulled.name())).write(workspace);
      return Optional.of(pulled.name());
    } catch (Failure e) {
      session.complain(e.problem());
      session.output().dim(session.words("model.offer.later", model.name()));
      return Optional.empty();
    }
  }
}
