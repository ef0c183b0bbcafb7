package luotuo.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// What an index was made of. An index whose stamp differs from that of its scenes is stale.
///
/// @param form the number of the index's own form, raised when that changes
/// @param embedder the name of the embedder, or `none`
/// @param words how text became words
/// @param scenes SHA-256 over what is indexed: the scenes, and the cues that lead to them
record Stamp(int form, String embedder, String words, String scenes) {
  private static final int FORM = 6;

  static Stamp of(List<Scene> scenes, List<Span> cues, String embedder, Words words) {
    return new Stamp(FORM, embedder, words.name(), hash(scenes, cues));
  }

  private static String hash(List<Scene> scenes, List<Span> cues) {
    MessageDigest digest = sha256();
    for (Scene scene : scenes) {
      feed(digest, scene.id());
      for (Turn turn : scene.turns()) {
        feed(digest, kindAndSpeaker(turn));
        feed(digest, turn.text());
      }
    }
    for (Span cue : cues) {
      feed(digest, cue.scene().id() + " " + cue.from());
      feed(digest, cue.text());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String kindAndSpeaker(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> "s" + said.speaker();
      case Turn.Did did -> "d" + did.speaker();
      case Turn.Narrated _ -> "n";
      case Turn.Passage _ -> "p";
    };
  }

  private static void feed(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
