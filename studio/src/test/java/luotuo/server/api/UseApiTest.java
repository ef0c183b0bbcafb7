package luotuo.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class UseApiTest {
  @TempDir Path folder;
  private ServedApi served;

  @BeforeEach
  void serve() {
    served = ServedApi.in(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void say(String model) {
    String id = served.post("conversations", "{\"persona\": \"阿远\"}").well().text("id");
    String body = "{\"text\": \"你养过什么动物？\", \"model\": \"" + model + "\"}";
    served.post("conversations/" + id + "/turns", body).well();
  }

  @Test
  void theStatusTellsWhetherAnythingWasDoneYet() {
    Told first = served.get("status?lang=zh").well();
    assertTrue(first.is("firstVisit"));
    assertEquals("zh", first.text("language"));
    assertEquals(0, first.number("models"));
    assertNull(first.at("defaultModel").value());
    assertFalse(first.is("tokenNeeded"));
    assertFalse(first.text("version").isEmpty());
    say("own-lines");
    assertFalse(served.get("status").well().is("firstVisit"));
  }

  @Test
  void theMeterCountsByModelAndInMoney() {
    served.having(
        "home/prices.yaml", "\"scripted\":\n  prompt: 1000\n  reply: 2000\n  currency: CNY\n");
    Told nothing = served.get("meter").well();
    assertEquals(0, nothing.number("calls"));
    assertEquals(List.of(), nothing.list("byModel"));
    say("own-lines");
    say("scripted");
    say("scripted");
    Told meter = served.get("meter").well();
    assertEquals(2, meter.number("calls"));
    assertEquals("CNY", meter.text("currency"));
    assertTrue(meter.number("promptTokens") > 100, meter.toString());
    Told one = meter.at("byModel", 0);
    assertEquals("scripted", one.text("model"));
    assertEquals(meter.at("money"), one.at("money"));
    double money = (meter.number("promptTokens") * 1000 + meter.number("replyTokens") * 2000) / 1e6;
    assertEquals(money, (double) meter.at("money").value(), 1e-9);
  }

  @Test
  void theLedgerIsToldInParts() {
    for (int i = 0; i < 3; i++) {
      served.post("personas/" + ServedApi.part("阿远") + "/check", "").well();
    }
    Told ledger = served.get("ledger?offset=1&limit=1").well();
    assertEquals(3, ledger.number("total"));
    assertEquals(List.of("check"), ledger.each("what", "items"));
    assertEquals(2, ledger.number("items", 0, "id"));
    assertEquals(0, served.get("ledger?what=import").well().number("total"));
    assertEquals("400 server.range", served.get("ledger?limit=1000").error());
  }

  @Test
  void whatIsNotThereIsToldAsEverythingElse() {
    assertEquals("404 server.nowhere", served.get("nothing").error());
    assertEquals("404 server.nowhere", served.get("").error());
  }
}
