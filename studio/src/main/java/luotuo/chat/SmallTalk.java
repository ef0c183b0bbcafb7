package luotuo.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import luotuo.persona.Persona;

/// Recognises small talk: a message made of nothing but greetings, thanks, farewells and the like.
///
/// A word that is none of these makes the message a question. So `你好，你是谁` is small talk and
/// `谢谢你的介绍，骆驼是公司吗` is not.
final class SmallTalk {
  private static final int LONG = 1500;
  private static final int LONGEST_PHRASE = 40;
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String FILLERS = "啊呀呢吧啦哦噢喔嘛哈嗯呃诶欸哎唉咯喽了的滴哟嘿请问那个这";
  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
  private static final Pattern KEYBOARD =
      Pattern.compile("(?=[a-z]{4,})(?:[asdfghjkl]+|[qwertyuiop]+|[zxcvbnm]+|[^aeiouy\\W\\d]+)");

  private final Map<String, Intent> phrases = new HashMap<>();

  static SmallTalk load() {
    SmallTalk talk = new SmallTalk();
    Intent intent = Intent.HELLO;
    for (String line : resource().split("\n")) {
      if (line.startsWith("[")) {
        intent = Intent.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
      } else if (!line.startsWith("#")) {
        talk.learn(line, intent);
      }
    }
    return talk;
  }

  private void learn(String line, Intent intent) {
    for (String phrase : line.split(isHan(line) ? " " : ", ")) {
      phrases.put(letters(phrase), intent);
    }
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x3400);
  }

  Optional<Intent> intent(String message, Persona persona) {
    if (message.strip().length() >= LONG) {
      return Optional.of(Intent.LONG);
    }
    String text = letters(message);
    Optional<Intent> found =
        text.isEmpty() ? Optional.empty() : madeOfPhrases(withoutNames(text, persona));
    return found.isEmpty() && isNothing(text) ? Optional.of(Intent.PUZZLED) : found;
  }

  /// Without the persona's names; a Chinese name of three characters is also called by its last
  /// two.
  private static String withoutNames(String text, Persona persona) {
    String rest = text;
    for (String name : persona.names()) {
      String called = letters(name);
      rest = rest.replace(called, "");
      if (called.length() == 3 && isHan(called)) {
        rest = rest.replace(called.substring(1), "");
      }
    }
    return rest;
  }

  /// Letters and digits alone, in lower case.
  private static String letters(String text) {
    return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static boolean isNothing(String letters) {
    return letters.isEmpty()
        || KEYBOARD.matcher(letters).matches()
        || REPEATED.matcher(letters).matches()
        || letters.length() > 2 && letters.chars().allMatch(Character::isDigit);
  }

  private Optional<Intent> madeOfPhrases(String text) {
    Intent found = null;
    int at = 0;
    while (at < text.length()) {
      int end = phraseEnd(text, at);
      if (end > at) {
        Intent next = phrases.getOrDefault(text.substring(at, end), Intent.PUZZLED);
        found = found == null || weight(next) >= weight(found) ? next : found;
        at = end;
      } else if (FILLERS.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(found == null ? Intent.PUZZLED : found);
  }

  /// Beside anything else a greeting is only its opening, and a nod less than that.
  private static int weight(Intent intent) {
    return switch (intent) {
      case NOD -> 0;
      case HELLO -> 1;
      default -> 2;
    };
  }

  private int phraseEnd(String text, int at) {
    for (int end = Math.min(text.length(), at + LONGEST_PHRASE); end > at; end--) {
      if (phrases.containsKey(text.substring(at, end))) {
        return end;
      }
    }
    return at;
  }

  private static String resource() {
    try (var in = SmallTalk.class.getResourceAsStream("/luotuo/chat/small-talk.txt")) {
      if (in == null) {
        throw new IllegalStateException("small-talk.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("small-talk.txt", e);
    }
  }
}
