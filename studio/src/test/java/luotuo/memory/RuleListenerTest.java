package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as a statement about oneself, in Chinese and English.
class RuleListenerTest {
  private static List<String> heard(String words, String before) {
    Whose whose = new Whose("阿远", "");
    var heard = new Heard(whose, words, before, new Fact.Origin("c", 1, 1), Instant.EPOCH);
    return new RuleListener().statements(heard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我在灯塔书店上班，管儿童区。",
        "俺家闺女在运城当护士。",
        "咱家养了两只鹅。",
        "搬到香坊去了，三楼。",
        "医生不让吃海鲜，我也不知道吃什么好",
        "What I like about my house is the garden.",
        "My sister breeds alpacas in Devon.",
        "We moved to Leeds in May."
      })
  void whatPeopleSayOfTheirLivesIsHeard(String words) {
    assertEquals(List.of(words), heard(words, ""));
  }

  @Test
  void aNameAloneIsKnownAsOne() {
    List<String> names = List.of("I'm Sam.", "I'm Sam", "Hi, my name is Mei!", "我叫小周。");
    assertEquals(names, names.stream().filter(RuleListener::isName).toList());
    List<String> others =
        List.of("I'm Sam, I repair bikes.", "I'm tired.", "我叫了一辆车。", "My dog is Sam.");
    assertEquals(List.of(), others.stream().filter(RuleListener::isName).toList());
  }

  @Test
  void aNameIsKeptApartFromWhatElseIsTold() {
    assertEquals(List.of("我叫小周", "在苏州做木工。"), heard("我叫小周，在苏州做木工。", ""));
    assertEquals(List.of("你好，我姓郭", "码头上修船的"), heard("你好，我姓郭，码头上修船的", ""));
    assertEquals(
        List.of("I'm Mei", "I keep the children's corner of a bookshop."),
        heard("I'm Mei, I keep the children's corner of a bookshop.", ""));
    assertEquals(List.of("我叫小周。"), heard("我叫小周。", ""));
    assertEquals(List.of("我叫了一辆车去码头，路上堵了"), heard("我叫了一辆车去码头，路上堵了", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "你小时候住在哪里？",
        "你猜我今天吃了啥？",
        "要是我有个姐姐就好了。",
        "如果我住在海边该多好。",
        "听说河对岸要修一座桥。",
        "小说里那个人住在北京。",
        "有人说月亮上有兔子。",
        "你真会说话。",
        "哈哈哈哈。",
        "嗯。",
        "我孩子叫什么名字",
        "我上次说的那家店叫啥来着",
        "what is my sister called",
        "Where did you grow up?",
        "I wish I had a garden.",
        "If only I were taller.",
        "They say the bridge is haunted.",
        "In the novel the captain drowns.",
        "You are very kind."
      })
  void questionsSuppositionsHearsayAndWordsToThePersonaAreNot(String words) {
    assertEquals(List.of(), heard(words, ""));
  }

  @Test
  void anAnswerMayBeShort() {
    assertEquals(List.of("三个。"), heard("三个。", "你有几个孩子？"));
    assertEquals(List.of(), heard("三个。", "原来如此。"));
  }

  @Test
  void aStatementThatEndsInAQuestionIsHeardWithoutIt() {
    assertEquals(List.of("我的铺子叫等一等"), heard("我的铺子叫等一等，好不好听？", ""));
  }

  @Test
  void whatIsTakenBackWasNotStated() {
    assertEquals(List.of("我在山东卖菜。"), heard("我是飞行员。骗你的。我在山东卖菜。", ""));
    assertEquals(List.of(), heard("I own a castle. Just kidding.", ""));
  }

  @Test
  void aQuestionBesideAStatementIsLeftOut() {
    assertEquals(List.of("我养了只乌龟。"), heard("我养了只乌龟。你养过吗？", ""));
  }
}
