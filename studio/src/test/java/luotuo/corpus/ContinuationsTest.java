package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuationsTest {
  @TempDir Path folder;

  @Test
  void aQuotationGoesOnUntilItIsClosed() {
    assertEquals(
        List.of("said(甲) 一更天，二更天，三更天", "said(乙) 睡吧"),
        Typed.turns(folder, "甲:「一更天，", "二更天，", "三更天」", "乙:「睡吧」"));
  }

  @Test
  void allItsLinesCountAsKept() {
    Transcript transcript = Typed.read(folder, "chatharuhi", "甲:“One,", "two", "three” （笑）");
    assertEquals(List.of("said(甲) One, two three", "did(甲) 笑"), Typed.turns(transcript));
    assertEquals(new LineCount(3, 0, 3, 0), transcript.lines());
    assertEquals(List.of(1, 3), Typed.lines(transcript.scenes().getFirst()));
  }

  @Test
  void whatFollowsTheClosingMarkIsSomebodyElses() {
    assertEquals(List.of("said(甲) 一更天", "narrated 灯灭了。"), Typed.turns(folder, "甲:「一更", "天」灯灭了。"));
    assertEquals(List.of("said(甲) 一更天", "said(乙) 睡"), Typed.turns(folder, "甲:「一更", "天」乙:「睡」"));
  }

  @Test
  void aNewMarkOrABlankLineEndsWhatWasNeverClosed() {
    assertEquals(List.of("said(甲) 一更天", "said(乙) 二更」天"), Typed.turns(folder, "甲:「一更天", "乙:「二更」天」"));
    assertEquals(List.of("said(甲) 一更天", "narrated 灯灭了"), Typed.turns(folder, "甲:「一更天", "", "灯灭了」"));
    assertEquals(List.of("said(甲) 一更天", "narrated 灯灭了。"), Typed.turns(folder, "甲:「一更天", "灯灭了。"));
  }

  @Test
  void theWordsMayBeginOnTheNextLine() {
    assertEquals(List.of("said(甲) 一更天"), Typed.turns(folder, "甲:「", "一更天」"));
  }
}
