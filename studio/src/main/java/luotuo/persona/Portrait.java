package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.store.AtomicFile;
import luotuo.store.FileFailure;

/// A picture of a persona: `portrait.png`, `portrait.jpg` or `portrait.webp` in its folder.
public record Portrait(Path file, Form form) {
  /// Bytes that a picture may have.
  public static final int MOST_BYTES = 4 << 20;

  private static final List<Integer> PNG = List.of(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
  private static final List<Integer> JPEG = List.of(0xFF, 0xD8, 0xFF);

  /// The forms of pictures that every browser shows.
  public enum Form {
    PNG("image/png"),
    JPG("image/jpeg"),
    WEBP("image/webp");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    /// As HTTP names it.
    public String type() {
      return type;
    }

    String file() {
      return "portrait." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// The names that a portrait may have.
  static List<String> files() {
    return Arrays.stream(Form.values()).map(Form::file).toList();
  }

  /// The portrait in a persona's folder, if there is one; a link to elsewhere is none.
  public static Optional<Portrait> in(Path folder) {
    return Arrays.stream(Form.values())
        .map(form -> new Portrait(folder.resolve(form.file()), form))
        .filter(portrait -> Files.isRegularFile(portrait.file, LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  /// Puts a picture into a persona's folder, in place of another one.
  ///
  /// @throws Failure `portrait.tooLarge`, or `portrait.form` if it is no picture of a known form
  public static Portrait put(Path folder, byte[] picture) {
    Form form = check(picture);
    Path file = folder.resolve(form.file());
    AtomicFile.write(file, picture);
    removeOthers(folder, form.file());
    return new Portrait(file, form);
  }

  /// What a picture is, where it may be a portrait.
  ///
  /// @throws Failure as [#put]
  public static Form check(byte[] picture) {
    if (picture.length > MOST_BYTES) {
      throw Failure.of("portrait.tooLarge", picture.length, MOST_BYTES);
    }
    return form(picture).orElseThrow(() -> Failure.of("portrait.form"));
  }

  /// @return whether there was one
  public static boolean remove(Path folder) {
    return removeOthers(folder, "");
  }

  private static boolean removeOthers(Path folder, String kept) {
    boolean any = false;
    for (String file : files()) {
      try {
        any |= !file.equals(kept) && Files.deleteIfExists(folder.resolve(file));
      } catch (IOException e) {
        throw FileFailure.writing(folder.resolve(file), e);
      }
    }
    return any;
  }

  public byte[] bytes() {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  void copyTo(Path folder) throws IOException {
    Files.copy(file, folder.resolve(form.file()));
  }

  /// Told by its first bytes, whatever it is called.
  private static Optional<Form> form(byte[] picture) {
    if (begins(picture, 0, PNG)) {
      return Optional.of(Form.PNG);
    }
    if (begins(picture, 0, JPEG)) {
      return Optional.of(Form.JPG);
    }
    boolean webp = begins(picture, 0, letters("RIFF")) && begins(picture, 8, letters("WEBP"));
    return webp ? Optional.of(Form.WEBP) : Optional.empty();
  }

  private static List<Integer> letters(String word) {
    return word.chars().boxed().toList();
  }

  private static boolean begins(byte[] bytes, int at, List<Integer> with) {
    for (int i = 0; i < with.size(); i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != with.get(i)) {
        return false;
      }
    }
    return true;
  }
}
