package luotuo.model.hub;

import java.util.List;
import java.util.Optional;

/// A model that the registry knows.
///
/// @param name on the command line and of its folder
/// @param title for people
/// @param parameters as its publisher counts them, such as `0.6B`
/// @param languages that it speaks, the best first
/// @param machine the smallest that it suits
/// @param file what the file is called here
/// @param bytes of the file
/// @param exact whether `bytes` is exact
/// @param context in tokens; 0 where nobody said
/// @param sha256 of the file; empty until a first pull tells it
/// @param tried whether these weights answered in this program
public record Listed(
    String name,
    String title,
    String family,
    String architecture,
    String parameters,
    List<String> languages,
    Machine.Size machine,
    String file,
    long bytes,
    boolean exact,
    Licence licence,
    int context,
    Optional<String> sha256,
    List<Source> sources,
    boolean tried) {
  public Listed {
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
  }
}
