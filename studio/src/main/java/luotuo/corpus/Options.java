package luotuo.corpus;

import java.util.Optional;

/// How to read a transcript.
///
/// @param form the name of the form that it has; without one its content tells
/// @param character who answers in JSON lines and whom a folder is about; may be empty
/// @param mostFileBytes a larger file is refused before it is read
/// @param mostFolderBytes the same, for all files of a folder
/// @param mostFiles of a folder
public record Options(
    Optional<String> form,
    String character,
    long mostFileBytes,
    long mostFolderBytes,
    int mostFiles) {
  public static final Options DEFAULT =
      new Options(Optional.empty(), "", 256L << 20, 1L << 30, 200_000);

  public Options {
    if (mostFileBytes < 1 || mostFolderBytes < 1 || mostFiles < 1) {
      throw new IllegalArgumentException("the limits of corpus.Options are at least 1");
    }
  }

  public Options withForm(String to) {
    return new Options(Optional.of(to), character, mostFileBytes, mostFolderBytes, mostFiles);
  }

  public Options withCharacter(String to) {
    return new Options(form, to, mostFileBytes, mostFolderBytes, mostFiles);
  }

  public Options withLimits(long fileBytes, long folderBytes, int files) {
    return new Options(form, character, fileBytes, folderBytes, files);
  }
}
