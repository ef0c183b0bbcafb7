package luotuo.eval.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenReaderTest {
  private static final Path FILE = Path.of("tests.yaml");

  @Test
  void everyFieldIsRead() {
    List<GoldenDialogue> dialogues =
        GoldenReader.read(
            FILE,
            """
            dialogues:
              - name: a talk
                turns:
                  - ask: hello
                  - ask: and then?
                    as: investor
                    until: 007
                    present: [Ann, Ben]
                    says: [one, [two, 2]]
                    saysNot: three
                    declines: false
                    cites: "a.txt:3"
                    known: too small
            """);
    GoldenTurn second = dialogues.getFirst().turns().getLast();
    assertEquals(2, dialogues.getFirst().line());
    assertEquals(5, second.line());
    assertEquals("investor", second.asker());
    assertEquals(Optional.of("007"), second.until());
    assertEquals(List.of("Ann", "Ben"), second.present());
    Expected expected =
        new Expected(
            List.of(List.of("one"), List.of("two", "2")),
            List.of("three"),
            Optional.of(false),
            List.of(List.of("a.txt:3")));
    assertEquals(expected, second.expected());
    assertEquals(Optional.of("too small"), second.known());
  }

  /// Each mistake, with the problem and the line that is told. `/` ends a line, `_` indents it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                        | golden.empty        | 1
          '# nothing yet'                                           | golden.empty        | 1
          'dialogues: []'                                           | golden.list         | 1
          'dialogues: yes'                                          | golden.list         | 1
          'talks: 3'                                                | golden.unknown      | 1
          '- 3'                                                     | golden.fields       | 1
          'dialogues:/_- nam: x'                                    | golden.unknown      | 2
          'dialogues:/_- turns: [{ask: a, says: b}]'                | golden.missing      | 2
          'dialogues:/_- name: x'                                   | golden.missing      | 2
          'dialogues:/_- name: [x]/__turns: [{ask: a, says: b}]'    | golden.text         | 2
          'dialogues:/_- name: x/__turns: [{ask: a}]'               | golden.nothing      | 2
          'dialogues:/_- name: x/__turns:/__- says: b'              | golden.missing      | 4
          'dialogues:/_- name: x/__turns:/__- ask: a/___say: b'     | golden.unknown      | 5
          'dialogues:/_- name: x/__turns:/__- ask: a/___says: {}'   | golden.text         | 5
          'dialogues:/_- name: x/__turns:/__- ask: a/___says: []'   | golden.list         | 5
          'dialogues:/_- name: x/__turns:/__- ask: a/___declines: no' | golden.truth      | 5
          'dialogues:/_- name: x/__turns:/__- ask: a/___known: b/__- {ask: c, says: d}' | golden.known | 4
          'dialogues:/_- name: x/__turns:/__- ask: a/___says: b/___says: c' | persona.malformed | 6
          'dialogues:/_- name: "x'                                  | persona.malformed   | 2
          'dialogues:/_- name: x/__turns: [{ask: a, says: b}]/_- name: x/__turns: [{ask: a, says: b}]' | golden.twice | 4
          """)
  void aMistakeIsToldWithItsLine(String text, String key, String line) {
    String yaml = text.replace("/", "\n").replace("_", "  ");
    Failure failure = assertThrows(Failure.class, () -> GoldenReader.read(FILE, yaml));
    assertEquals(key, failure.problem().key());
    assertEquals(List.of("tests.yaml", line), failure.problem().arguments().subList(0, 2));
  }
}
