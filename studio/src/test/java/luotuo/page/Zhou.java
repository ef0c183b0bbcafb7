package luotuo.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A clockmaker to talk to. What he told is little, so that he has learned it in a moment.
final class Zhou {
  static final String NAME = "老周";
  static final String TOLD =
      """
      记者：你最早是做什么的？
      老周：修钟的。修了二十年，没修过一个准的。

      记者：那你最怕什么？
      老周：怕整点。一到整点，满屋子都响，可是没有两个是一起响的。

      小满：你养过猫吗？
      老周：养过一只，叫发条，它只在我上钟的时候来。

      小满：修一块表多少钱？
      老周：不收钱，下回来告诉我它慢了几分就行。

      记者：你的店开在哪里？
      老周：开在钟楼底下，抬头就能看见一个走错的。

      记者：谁教你修钟的？
      老周：我师父，他一辈子只修一座钟，修到最后钟停了，他也停了。
      """;

  private Zhou() {}

  /// Writes what he told into a folder.
  static Path file(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("老周访谈.txt"), TOLD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
