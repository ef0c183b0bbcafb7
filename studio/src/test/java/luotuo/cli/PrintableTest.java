package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void whatSteersATerminalIsTakenOut() {
    assertEquals("a [31mb", Printable.text("a\u001b[31mb"));
    assertEquals("一\n二\t三", Printable.text("一\n二\t三"));
    assertEquals("cod exe", Printable.text("cod\u202eexe"));
    assertEquals("a b", Printable.line(" a\r\n b\u0007 "));
  }

  @Test
  void stylesOfOurOwnStay() {
    String styled = new Style(true).bold("阿远") + " \u001b]0;title\u0007";
    assertEquals("\u001b[1m阿远\u001b[0m  ]0;title ", Printable.styled(styled));
  }

  @Test
  void aChineseCharacterTakesTwoColumns() {
    assertEquals(7, Columns.of("Li 鲁鲁"));
    assertEquals("骆驼…", Columns.cut("骆驼先知", 5));
    assertEquals("骆驼先知", Columns.cut("骆驼先知", 8));
    assertEquals("骆驼  |", Columns.pad("骆驼", 6) + "|");
  }
}
