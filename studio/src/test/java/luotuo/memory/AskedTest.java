package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
  @ParameterizedTest
  @CsvSource({
    "你还记得我在哪里上班吗？, 我在哪里上班",
    "我老家是哪里的，你还记得我讲过没, 我老家是哪里的",
    "'我熬得脸上啥样子，你还记得不', 我熬得脸上啥样子",
    "您记不记得我女儿叫什么名字, 我女儿叫什么名字",
    "你知道我叫什么吗？, 我叫什么",
    "我那个职务后来是因为什么丢的，你还记得吗, 我那个职务后来是因为什么丢的",
    "Do you still remember where I work?, where I work?",
    "What is my dog called? Do you remember?, What is my dog called",
  })
  void whatIsAskedStandsWithoutTheQuestionWhetherItIsRemembered(String words, String asked) {
    assertEquals(asked, Asked.of(words));
  }

  @ParameterizedTest
  @CsvSource({
    "我记得你说过要来, 我记得你说过要来",
    "我还记得吗, 我还记得吗",
    "你还记得吗？, 你还记得吗？",
    "Do you remember me?, Do you remember me?",
    "现在我住在哪儿, 现在我住在哪儿",
  })
  void otherWordsStayAsTheyAre(String words, String asked) {
    assertEquals(asked, Asked.of(words));
  }
}
