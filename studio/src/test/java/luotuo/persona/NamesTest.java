package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "涼宮春日, 凉宫春日",
    "Li Lulu, lilulu",
    "ＳＨＥＬＤＯＮ, Sheldon",
    "哈利·波特, 哈利波特",
    "李魯魯, 李鲁鲁",
    "R2-D2, r2d2"
  })
  void waysToWriteOneName(String one, String other) {
    assertTrue(Names.alike(one, other));
  }

  @ParameterizedTest
  @CsvSource({"李鲁鲁, 李路路", "!, ?", "Ron, Roon"})
  void differentNames(String one, String other) {
    assertFalse(Names.alike(one, other));
  }

  @Test
  void theNearestAreProposedFirst() {
    List<String> known = List.of("佟湘玉", "白展堂", "李鲁鲁", "李大嘴", "Li Lulu", "Sheldon");
    assertEquals(List.of("李鲁鲁"), Names.nearest("鲁鲁", known));
    assertEquals(List.of("Li Lulu"), Names.nearest("lu lulu", known));
    assertEquals(List.of("Sheldon"), Names.nearest("shelden", known));
    assertEquals(List.of(), Names.nearest("凉宫春日", known));
  }

  @Test
  void scenesAreInTheOrderOfTheirNumbers() {
    assertTrue(StoryOrder.isKept(List.of("text_0", "text_2", "text_10", "text_11b")));
    assertFalse(StoryOrder.isKept(List.of("text_10", "text_2")));
    assertFalse(StoryOrder.isKept(List.of("a", "a-2")), "as files, a-2.txt comes before a.txt");
  }
}
