package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.shape.ImportShape;
import luotuo.persona.ImportRequest;
import luotuo.persona.Imported;
import luotuo.persona.Language;
import luotuo.persona.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a persona of a transcript.
@Command(name = "import")
final class PersonaImportCommand implements Callable<Integer> {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "source")
  String source = "";

  @Option(names = "--name", paramLabel = "NAME")
  @Nullable String name;

  @Option(names = "--alias", paramLabel = "NAME")
  List<String> aliases = List.of();

  @Option(names = "--format", paramLabel = "FORM")
  @Nullable String form;

  @Option(names = "--scope", paramLabel = "facts|play")
  @Nullable ScopeWord scope;

  @Option(names = "--speaks", paramLabel = "zh|en")
  StartCommand.@Nullable Tongue language;

  @Option(names = "--replace")
  boolean replace;

  @Option(names = "--merge")
  boolean merge;

  @Option(names = "--effort", paramLabel = "TEXT", descriptionKey = "effort")
  String effort = "";

  PersonaImportCommand(Session session) {
    this.session = session;
  }

  /// The scopes, as they are typed.
  enum ScopeWord {
    facts,
    play
  }

  @Override
  public Integer call() {
    if (replace && merge && spec != null) {
      String sentence = session.words("usage.replaceOrMerge");
      throw new WrongUse.Combination(spec.commandLine(), sentence);
    }
    Imported imported = session.studio().workshop().importFrom(source, request(), effort);
    Output output = session.output();
    if (session.json()) {
      output.json(ImportShape.of(imported, session.messages().sentences()));
    } else {
      ImportText text = new ImportText(session.messages());
      text.summary(imported).forEach(output::line);
      text.reports(imported).forEach(output::dim);
      output.dim(session.words("import.talk", imported.name()));
    }
    return Program.DONE;
  }

  private ImportRequest request() {
    return new ImportRequest(
        Optional.ofNullable(name),
        aliases,
        Optional.ofNullable(form),
        Optional.ofNullable(scope).map(s -> s == ScopeWord.facts ? Scope.FACTS : Scope.PLAY),
        Optional.ofNullable(language)
            .map(l -> l == StartCommand.Tongue.zh ? Language.ZH : Language.EN),
        mode());
  }

  private ImportRequest.Mode mode() {
    if (replace) {
      return ImportRequest.Mode.REPLACE;
    }
    return merge ? ImportRequest.Mode.MERGE : ImportRequest.Mode.NEW;
  }
}
