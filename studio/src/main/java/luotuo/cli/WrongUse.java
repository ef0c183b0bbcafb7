package luotuo.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Says in one sentence what is wrong with the arguments, and where help is.
final class WrongUse implements CommandLine.IParameterExceptionHandler {
  private final Session session;

  WrongUse(Session session) {
    this.session = session;
  }

  /// Arguments that fit each by itself and not together.
  static final class Combination extends ParameterException {
    private static final long serialVersionUID = 1L;

    Combination(CommandLine command, String sentence) {
      super(command, sentence);
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    return complain(e);
  }

  int complain(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    String sentence = sentence(e);
    boolean asks = sentence.endsWith("?") || sentence.endsWith("？");
    String key = asks ? "usage.orSeeHelp" : "usage.seeHelp";
    session.complain(sentence + session.words(key, command + " --help"));
    return Program.WRONG_USE;
  }

  private String sentence(ParameterException e) {
    return switch (e) {
      case Combination combination -> String.valueOf(combination.getMessage());
      case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case CommandLine.MissingParameterException missing -> missing(missing);
      case CommandLine.OverwrittenOptionException twice ->
          session.words("usage.twice", name(twice.getOverwritten()));
      default -> invalid(e);
    };
  }

  private String unmatched(CommandLine.UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    List<String> near = e.getSuggestions();
    String key = e.isUnknownOption() ? "usage.unknownOption" : "usage.unmatched";
    String sentence = session.words(key, first);
    if (near.isEmpty() && !e.isUnknownOption() && e.getCommandLine().getParent() == null) {
      near = List.of("luotuo chat " + first);
    }
    return near.isEmpty()
        ? sentence
        : sentence + session.words("usage.near", near.stream().limit(3).collect(orList()));
  }

  private String missing(CommandLine.MissingParameterException e) {
    String names = e.getMissing().stream().map(WrongUse::name).collect(Collectors.joining(", "));
    boolean option = e.getMissing().stream().anyMatch(ArgSpec::isOption);
    return session.words(option ? "usage.missingValue" : "usage.missing", names);
  }

  private String invalid(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (argument == null || e.getValue() == null) {
      return session.words("usage.wrong", String.valueOf(e.getMessage()));
    }
    String sentence = session.words("usage.invalid", e.getValue(), name(argument));
    Object[] choices = argument.type().getEnumConstants();
    return choices == null
        ? sentence
        : sentence
            + session.words(
                "usage.choices", List.of(choices).stream().map(String::valueOf).collect(orList()));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> orList() {
    return Collectors.joining(" | ");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
