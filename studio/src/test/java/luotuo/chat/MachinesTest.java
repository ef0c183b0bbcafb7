package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import luotuo.corpus.Turn;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachinesTest {
  private record Row(boolean held, Language language, String name, String sentence) {
    boolean isJudgedRight() {
      return new Machines(Persona.of(name, language, Scope.PLAY, List.of())).speaks(sentence)
          == held;
    }
  }

  private static List<Row> rows(String file) throws IOException {
    try (var in =
        Objects.requireNonNull(MachinesTest.class.getResourceAsStream("/labels/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Row(
                      cells[0].equals("held"),
                      cells[1].equals("zh") ? Language.ZH : Language.EN,
                      cells[2],
                      cells[3]))
          .toList();
    }
  }

  @Test
  void whatCallsItsSpeakerAMachineIsTold() throws IOException {
    assertEquals(
        List.of(), rows("machines.tsv").stream().filter(row -> !row.isJudgedRight()).toList());
  }

  /// Rows written by somebody who did not know the patterns: nothing of a person's is held back.
  @ParameterizedTest
  @ValueSource(strings = {"machines-held-out.tsv", "machines-third.tsv"})
  void whatAPersonSaysPasses(String file) throws IOException {
    assertEquals(
        List.of(), rows(file).stream().filter(row -> !row.held && !row.isJudgedRight()).toList());
  }

  /// How many of the machine's sentences there are told, so that it does not become fewer.
  @ParameterizedTest
  @CsvSource({"machines-held-out.tsv,44", "machines-third.tsv,47"})
  void roundaboutWordsAreToldTooMostOfTheTime(String file, int told) throws IOException {
    assertTrue(rows(file).stream().filter(row -> row.held && row.isJudgedRight()).count() >= told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"李鲁鲁", "Li Lulu", "苗半升", "郝远"})
  void nothingOfAPersonaThatShipsIsHeldBack(String name) {
    Path shipped = Path.of(System.getProperty("luotuo.root", ".."), "personas", name);
    Persona persona = PersonaFolder.read(shipped);
    Machines machines = new Machines(persona);
    List<String> own =
        persona.scenes().stream()
            .flatMap(scene -> scene.turns().stream())
            .filter(turn -> turn instanceof Turn.Said said && persona.is(said.speaker()))
            .map(Turn::text)
            .toList();
    assertFalse(own.isEmpty());
    assertEquals(List.of(), own.stream().filter(machines::speaks).toList());
  }

  @Test
  void aRobotMaySayThatItIsOne() {
    Persona robot =
        Persona.of("铁蛋", Language.ZH, Scope.PLAY, List.of()).withProfile("铁蛋是一台看守灯塔的机器人。");
    assertFalse(new Machines(robot).speaks("我是一台机器人。"));
    Persona keeper =
        Persona.of("铁蛋", Language.ZH, Scope.PLAY, List.of()).withProfile("铁蛋看守灯塔，造过机器人。");
    assertTrue(new Machines(keeper).speaks("我是一台机器人。"));
  }

  @Test
  void aNameMayHoldAnything() {
    Persona persona = Persona.of("A.I. (Bot)*", Language.EN, Scope.PLAY, List.of());
    assertTrue(new Machines(persona).speaks("A.I. (Bot)* is just a robot."));
    assertFalse(new Machines(persona).speaks("The kettle is just a machine."));
  }
}
