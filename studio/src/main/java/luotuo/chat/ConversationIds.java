package luotuo.chat;

import java.util.random.RandomGenerator;

/// Short names for conversations that can be read out and typed: `tokumi27`.
final class ConversationIds {
  private static final String CONSONANTS = "bdfghkmnprstwz";
  private static final String VOWELS = "aeiou";
  private static final int SYLLABLES = 3;

  private ConversationIds() {}

  /// One of some 34 million; whoever takes it makes sure that it is free.
  static String draw(RandomGenerator random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      id.append(letter(CONSONANTS, random)).append(letter(VOWELS, random));
    }
    return id.append(random.nextInt(10)).append(random.nextInt(10)).toString();
  }

  private static char letter(String letters, RandomGenerator random) {
    return letters.charAt(random.nextInt(letters.length()));
  }
}
