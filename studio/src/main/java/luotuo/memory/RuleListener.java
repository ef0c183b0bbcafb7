package luotuo.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Hears statements by rule, sentence by sentence: what is not a question, a supposition, hearsay,
/// a joke, or about nobody but the persona.
///
/// A statement needs no `I`: who speaks of their life says `搬香坊去了，三楼` and `Callum dives for
/// scallops`. Neighbouring sentences that are short enough stay together, since each is understood
/// by the other.
public final class RuleListener implements Listener {
  private static final int TOGETHER_HAN = 80;
  private static final int TOGETHER_LATIN = 220;
  private static final int LEAST_LETTERS = 4;
  private static final int LEAST_ANSWER = 2;

  static final Pattern SPEAKER =
      Pattern.compile(
          "[我俺咱]|\\b(i|i'm|i've|i'd|i'll|my|me|mine|myself|we|we're|we've|our|ours|us)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESSEE =
      Pattern.compile("[你您]|\\byou(r|rs|'re|'ve)?\\b", Pattern.CASE_INSENSITIVE);
  static final Pattern QUESTION = Pattern.compile("[？?]\\s*[”」』\"')）]*$|[吗么]\\s*[。！!~～…]*$");

  /// A question without its mark: one brief clause round a word that asks.
  private static final Pattern UNMARKED =
      Pattern.compile(
          "^[^，,。]{0,10}(什么|啥|谁|哪[儿里个些位年天月种样家座]?|几[个点岁年月号时口次]|多少|多[大高重久长远]|怎么|咋|么[事子])"
              + "[^，,。]{0,8}$|来着$|[记晓]得[不没]$|知道[不没]$"
              + "|^(what|where|who|whose|which|how (old|many|much|long|far))\\b[^,]{0,30}?"
              + "('s|\\b(am|is|are|was|were|do|does|did))\\b[^,]*\\b(i|my|me|we|our)\\b[^,.]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKING =
      Pattern.compile(
          "什么|啥|谁|哪|几[^个]|多少|怎么|么事|记得|猜|\\b(what|which|who|where|when|how|do you|did"
              + " i|remember|guess)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "要是|如果|假如|假使|倘若|万一|若是|就好了|该多好|恨不得|假设|\\bif only\\b|\\bwhat if\\b|\\bi"
              + " wish\\b|\\bsuppose\\b|\\bimagine\\b|\\bif"
              + " (i|we|my|he|she|they|there|someone)\\b[^.]*\\b(had|were|could|would|'d)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEARSAY =
      Pattern.compile(
          "听说|据说|听人说起|听人讲|听别人说|有人说|人家说|别人说|都说|俗话|老话|古话|古人|小说里|电影里|电视里|电视上|剧里|书上|书里说|故事里|网上说|新闻|广播里|歌里|戏里|传说|讲个笑话|有个客人|有个顾客|有个人|\\bthey"
              + " say\\b|\\bi('ve)? (heard|read) (that|about|somewhere|in)\\b|\\bpeople"
              + " say\\b|\\b(some|every)one (says|said|told)\\b|\\bin (the|a|that|this)"
              + " (book|novel|film|movie|story|song|news|show|papers?)\\b|\\bthere('s| is) a"
              + " (story|saying|joke|legend)\\b|\\bon (the )?(telly|tv|radio)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "逗你|骗你的|开玩笑|说着玩|吹牛的|才怪|\\b(just|only) (kidding|joking)\\b|\\bpulling your leg\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern FILLERS =
      Pattern.compile("[哈呵嘿嗯啊哦噢喔唉哎呀嘛呢吧啦喽咯哟诶欸]|\\b(ha|haha|oh|ah|aye|yes|no|well|hm+)\\b");

  /// Who somebody is, before what else they tell in the same sentence.
  private static final Pattern NAMED_FIRST =
      Pattern.compile(
          "^([\\p{L}]{1,3}[，,]\\s*)?([我俺]叫|[我俺]姓|叫[我俺]|[我俺]的名字是)[^了的过着，,。；;！!\\s]{1,8}(?=[，,；;])|^([Hh]i|[Hh]ello|[Hh]ey)?[,!]?\\s*([Ii]'m|I"
              + " am|[Mm]y name is|[Mm]y name's|[Cc]all me) \\p{Lu}[\\w'-]*(?=[,;])");

  private static final Pattern END = Pattern.compile("[\\s.。!！~～]+$");
  private static final Pattern CLAUSE_END = Pattern.compile("[，,；;]");

  @Override
  public List<String> statements(Heard heard) {
    return statements(heard.words(), heard.before());
  }

  /// @param before what the words reply to; may be blank
  public static List<String> statements(String words, String before) {
    List<String> kept = new ArrayList<>();
    for (String sentence : Sentences.of(words.strip())) {
      if (TAKEN_BACK.matcher(sentence).find()) {
        kept.clear();
      } else {
        String stated = stated(sentence.strip(), isQuestion(before));
        if (!stated.isEmpty()) {
          kept.add(stated);
        }
      }
    }
    return together(kept).stream().flatMap(RuleListener::apart).toList();
  }

  /// Whether a statement tells who somebody is, and nothing else.
  static boolean isName(String statement) {
    String bare = END.matcher(statement).replaceFirst("");
    Matcher named = NAMED_FIRST.matcher(bare + ",");
    return named.find() && named.end() == bare.length();
  }

  /// A name is kept apart from the rest of its sentence: it is asked for by itself, and still holds
  /// when the rest does not.
  private static Stream<String> apart(String statement) {
    Matcher named = NAMED_FIRST.matcher(statement);
    if (!named.find()) {
      return Stream.of(statement);
    }
    String rest = statement.substring(named.end() + 1).strip();
    return letters(rest) < LEAST_LETTERS ? Stream.of(statement) : Stream.of(named.group(), rest);
  }

  static boolean isQuestion(String text) {
    String bare = text.strip();
    return QUESTION.matcher(bare).find() || UNMARKED.matcher(bare).find();
  }

  /// What a sentence states; empty where nothing.
  private static String stated(String sentence, boolean answers) {
    String rest = isQuestion(sentence) ? beforeQuestion(sentence) : sentence;
    boolean speaks = SPEAKER.matcher(rest).find();
    boolean toPersona = ADDRESSEE.matcher(rest).find() && !speaks;
    int letters = letters(rest);
    boolean enough = letters >= (answers ? LEAST_ANSWER : LEAST_LETTERS);
    boolean aside = SUPPOSED.matcher(rest).find() || HEARSAY.matcher(rest).find();
    return enough && !toPersona && !aside ? rest : "";
  }

  /// A statement that ends in a question, such as `铺子叫“半升陶”，行不行？`: all but its last clause, where
  /// the speaker is in it.
  private static String beforeQuestion(String sentence) {
    var ends = CLAUSE_END.matcher(sentence);
    int last = -1;
    while (ends.find()) {
      last = ends.start();
    }
    String rest = last < 0 ? "" : sentence.substring(0, last);
    return SPEAKER.matcher(rest).find() && !ASKING.matcher(rest).find() ? rest : "";
  }

  private static int letters(String text) {
    String spoken = FILLERS.matcher(text.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
    return NO_LETTERS.matcher(spoken).replaceAll("").length();
  }

  private static List<String> together(List<String> sentences) {
    List<String> statements = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String sentence : sentences) {
      if (!open.isEmpty() && open.length() + sentence.length() > most(sentence)) {
        statements.add(open.toString());
        open.setLength(0);
      }
      boolean latin = !open.isEmpty() && open.charAt(open.length() - 1) < 0x2000;
      open.append(latin ? " " : "").append(sentence);
    }
    if (!open.isEmpty()) {
      statements.add(open.toString());
    }
    return statements;
  }

  private static int most(String sentence) {
    return Concepts.hasHan(sentence) ? TOGETHER_HAN : TOGETHER_LATIN;
  }
}
