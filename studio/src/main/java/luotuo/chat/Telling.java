package luotuo.chat;

import java.util.regex.Pattern;
import luotuo.memory.RuleListener;

/// Tells whether a message only tells something of its speaker, such as `我叫小周` or `I work on a
/// barge`. A wish, an opinion and whatever is put to the persona is none: those want an answer.
final class Telling {
  private static final Pattern OF_ONESELF =
      Pattern.compile(
          "^(?!.*(帮|请|教|告诉|咋|给[我俺咱]|替[我俺咱]))[^我俺咱]{0,4}[我俺咱](?!.{0,6}(想|要|问|需要|希望|觉得|认为|猜|听|怎么|如何|该|能|可以|好奇|不懂|不明白|不信|请|求))"
              + "[^你您]*$|^(i|i'm|i've|my|we|we're|our)\\b(?!.{0,24}\\b(want|wonder|need|think|like"
              + " to|ask|wish|doubt|believe|hope)\\b)((?!\\byou).)*$",
          Pattern.CASE_INSENSITIVE);

  private Telling() {}

  static boolean is(String message) {
    String text = message.strip();
    return OF_ONESELF.matcher(text).matches()
        && !AboutAsker.asks(text)
        && !RuleListener.statements(text, "").isEmpty();
  }
}
