package luotuo.persona;

import java.util.List;
import java.util.Optional;

/// How a source is to become a persona; what is left out is proposed from the source.
///
/// @param name of the persona, and of the speaker in the source
/// @param aliases other names under which the persona speaks there
/// @param form the form of the source, where it is not to be detected
public record ImportRequest(
    Optional<String> name,
    List<String> aliases,
    Optional<String> form,
    Optional<Scope> scope,
    Optional<Language> language,
    Mode mode) {
  public ImportRequest {
    name = name.map(String::strip).filter(text -> !text.isEmpty());
    aliases = List.copyOf(aliases);
  }

  /// What to do with a persona of the same name.
  public enum Mode {
    /// It must not be there, or be of the same source.
    NEW,
    REPLACE,
    /// The source's scenes come after its own.
    MERGE
  }

  /// All is left to the source.
  public static ImportRequest plain() {
    return new ImportRequest(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Mode.NEW);
  }

  public ImportRequest withName(String to) {
    return new ImportRequest(Optional.of(to), aliases, form, scope, language, mode);
  }

  public ImportRequest withAliases(List<String> to) {
    return new ImportRequest(name, to, form, scope, language, mode);
  }

  public ImportRequest withForm(String to) {
    return new ImportRequest(name, aliases, Optional.of(to), scope, language, mode);
  }

  public ImportRequest withScope(Scope to) {
    return new ImportRequest(name, aliases, form, Optional.of(to), language, mode);
  }

  public ImportRequest withLanguage(Language to) {
    return new ImportRequest(name, aliases, form, scope, Optional.of(to), mode);
  }

  public ImportRequest withMode(Mode to) {
    return new ImportRequest(name, aliases, form, scope, language, to);
  }
}
