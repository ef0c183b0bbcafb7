package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A language model at a glance: on the shelf, in the registry, or both.
///
/// @param title for people; the name, where the registry does not know it
/// @param parameters such as `0.6B`; like `family` and `architecture` empty where nobody said
/// @param languages that it speaks, the best first
/// @param machine the smallest that it suits: `small`, `middle`, `large`, or empty
/// @param bytes of the file
/// @param exact whether `bytes` is exact
/// @param context in tokens; 0 where nobody said
/// @param listed whether the registry knows it
/// @param tried whether these weights answered in this program
/// @param sha256 of the file; empty where it is open until the first pull
/// @param known who said the checksum: `registry`, `hub`, `first pull`, `added`, `open`
/// @param sources where it can be had, in order
/// @param here its file, if it is on the shelf
/// @param from where it came from; empty where it is not here
/// @param added when it came; empty where it is not here
/// @param begun bytes that a broken pull left
public record ModelGlance(
    String name,
    String title,
    String family,
    String architecture,
    String parameters,
    List<String> languages,
    String machine,
    long bytes,
    boolean exact,
    Terms licence,
    int context,
    boolean listed,
    boolean tried,
    String sha256,
    String known,
    List<Place> sources,
    Optional<Path> here,
    String from,
    String added,
    long begun) {

  /// The terms of use.
  ///
  /// @param agreement whether they have to be accepted first
  public record Terms(String name, String page, boolean agreement) {}

  /// @param checked whether others name this place too; otherwise it is a guess
  public record Place(String id, boolean checked) {}
}
