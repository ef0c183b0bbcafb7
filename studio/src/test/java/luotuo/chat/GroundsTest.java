package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import luotuo.corpus.HanNumbers;
import luotuo.persona.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundsTest {
  private static final Grounds CHINESE =
      new Grounds(
          Language.ZH, List.of("2013年我加入商汤，那时有三十五个人。", "《水经》是王老师给的，ChatHaruhi 1,200 行，两万字。"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13年的事了。",
        "二〇一三年，35个人。",
        "chatharuhi有1200行。",
        "王老师给了我《水经》。",
        "20000字吧。",
        "十分高兴，一个人去的。",
        "我们一起想想办法。"
      })
  void whatStandsThereMayBeSaid(String sentence) {
    assertEquals(Optional.empty(), CHINESE.unfounded(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "2014年加入的。, 2014",
    "三十六个人。, 36",
    "我们用 PyTorch 写的。, pytorch",
    "《山海经》好看。, 山海经",
    "李教授教过我。, 李",
    "我有个徒弟叫小满，, 小满",
    "一年挣七百万元。, 7000000"
  })
  void whatDoesNotIsNamed(String sentence, String claim) {
    assertEquals(Optional.of(claim), CHINESE.unfounded(sentence));
  }

  @ParameterizedTest
  @CsvSource({"We met in Paris then., paris", "It was 1999., 1999", "I met Anna there., anna"})
  void englishNamesAndNumbers(String sentence, String claim) {
    Grounds english = new Grounds(Language.EN, List.of("I lived in Leeds in 2001."));
    assertEquals(Optional.of(claim), english.unfounded(sentence));
    assertEquals(Optional.empty(), english.unfounded("So I went to Leeds in 2001. Yes, I did."));
  }

  @ParameterizedTest
  @CsvSource({
    "三十五, 35",
    "二〇一三, 2013",
    "两万, 20000",
    "十五万三千, 153000",
    "一百零八, 108",
    "三亿, 300000000",
    "十, 10"
  })
  void numbersInCharacters(String han, String digits) {
    assertEquals(digits, HanNumbers.digits(han));
  }
}
