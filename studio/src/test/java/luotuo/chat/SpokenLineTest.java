package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLineTest {
  private static final List<String> OWN = List.of("沈渡", "Shen");
  private static final List<String> OTHERS = List.of("同学", "旁白", "Ann");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "船不卖，只租。|船不卖，只租。",
        "沈渡：「船不卖。」|船不卖。",
        "沈渡:「他说「走」，我就走了。」|他说「走」，我就走了。",
        "「船不卖」，我说。|船不卖，我说。",
        "沈渡这个人，不卖船。|沈渡这个人，不卖船。",
        "船不卖。\\n同学：为什么？|船不卖。",
        "船不卖。\\n\\n同学: 为什么？\\n沈渡：不说。|船不卖。",
        "船不卖。\\n沈渡：真的。|船不卖。",
        "第一，同学都知道。\\n第二，不卖。|第一，同学都知道。\\n第二，不卖。",
        "同学们好。\\n同学们再见。|同学们好。\\n同学们再见。",
        "Shen: Not for sale.\\nAnn: Why?|Not for sale.",
        "“只租。”|只租。",
        "「只租|只租",
      })
  void isOnePersonsLine(String written, String line) {
    assertEquals(plain(line), written(plain(written), plain(written).length()));
    Random random = new Random(5);
    for (int most = 1; most <= 4; most++) {
      assertEquals(plain(line), written(plain(written), 1 + random.nextInt(most)));
    }
  }

  private static String plain(String text) {
    return text.replace("\\n", "\n");
  }

  /// What is told piece by piece is what the end says.
  private static String written(String text, int piece) {
    StringBuilder told = new StringBuilder();
    SpokenLine line = new SpokenLine(OWN, OTHERS, told::append);
    for (int i = 0; i < text.length(); i += piece) {
      line.write(text.substring(i, Math.min(text.length(), i + piece)));
    }
    String end = line.end();
    assertEquals(end, told.toString());
    return end;
  }

  @ParameterizedTest
  @CsvSource({"沈渡,2", "'',0"})
  void stopsAreNamesAtTheBeginningOfALine(String name, int count) {
    List<String> stops = SpokenLine.stops(List.of(name));
    assertEquals(count, stops.size());
    assertTrue(stops.stream().allMatch(stop -> stop.startsWith("\n" + name)));
  }
}
