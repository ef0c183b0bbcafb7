package luotuo.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.persona.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  @TempDir Path own;

  private Path write(String file, String text) throws IOException {
    Files.createDirectories(own.resolve("zh"));
    return Files.writeString(own.resolve("zh").resolve(file), text);
  }

  @Test
  void aUsersFileTakesThePlaceOfTheOneThatShips() throws IOException {
    write("question.txt", "问你：{{said}}\n");
    Templates templates = Templates.of(Language.ZH, own);
    assertEquals("问你：甲", templates.fill("question", Map.of("said", "甲")));
    assertEquals("乙：丙", templates.fill("said", Map.of("asker", "乙", "words", "丙")));
    assertEquals(
        "Now reply to this:\nx",
        Templates.of(Language.EN, own).fill("question", Map.of("said", "x")));
  }

  @Test
  void anUnknownNameIsAnErrorWithFileAndLine() throws IOException {
    Path file = write("question.txt", "好\n{{sayd}}\n");
    Problem problem = problem();
    assertEquals("template.name", problem.key());
    assertEquals(List.of(file.toString(), "2", "sayd", "name, said"), problem.arguments());
  }

  @Test
  void anOpenPlaceAndAnUnknownFileAreErrors() throws IOException {
    write("question.txt", "{{said}} {{said\n");
    assertEquals("template.unclosed", problem().key());
    Files.delete(own.resolve("zh/question.txt"));
    write("questions.txt", "{{said}}");
    assertEquals("template.file", problem().key());
  }

  private Problem problem() {
    return assertThrows(Failure.class, () -> Templates.of(Language.ZH, own)).problem();
  }

  @Test
  void whatFillsAPlaceIsNotLookedInto() {
    Template template = new Template("t", "{{a}} {{ b }}").checked(Set.of("a", "b"));
    assertEquals("{{b}} $1\\", template.fill(Map.of("a", "{{b}}", "b", "$1\\")));
  }

  @Test
  void aLineOfWhichNothingRemainsIsLeftOut() {
    Template template = new Template("t", "x\n{{a}}\ny");
    assertEquals("x\ny", template.fill(Map.of()));
    assertTrue(template.fill(Map.of("a", "1")).contains("\n1\n"));
  }

  @Test
  void bothLanguagesHaveAllTemplates() {
    for (Language language : Language.values()) {
      Templates templates = Templates.shipped(language);
      assertTrue(templates.fill("rules-play", Map.of("name", "阿远")).contains("阿远"));
    }
  }
}
