package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeakersTest {
  private static final Source SOURCE = new Source("t", 1);

  @TempDir Path folder;

  private static Scene scene(String... speakers) {
    List<Turn> turns =
        List.of(speakers).stream().<Turn>map(s -> new Turn.Said(s, "…", SOURCE)).toList();
    return new Scene("s", 0, turns);
  }

  @Test
  void whoSpeaksMostComesFirst() {
    Transcript transcript = Typed.read(folder, "chatharuhi", "旁白:雾", "乙:「一」", "甲:（笑）", "甲:「二」");
    assertEquals(
        List.of(new Speaker("甲", 2), new Speaker("乙", 1)), Speakers.count(transcript.scenes()));
  }

  @Test
  void theCharacterAnswersManyOrSpeaksMost() {
    assertEquals(Optional.empty(), Speakers.proposeCharacter(List.of()));
    assertEquals(Optional.of("甲"), Speakers.proposeCharacter(List.of(scene("乙", "甲", "甲"))));
    assertEquals(
        Optional.of("甲"),
        Speakers.proposeCharacter(
            List.of(scene("乙", "乙", "乙", "甲"), scene("丙", "丙", "甲"), scene("丁", "丁", "丁", "甲"))));
  }

  @Test
  void ofTwoWhoSpeakAsOftenTheCharacterIsWhoAnswers() {
    List<Scene> interview =
        Typed.read(folder, "plain", "甲:哪年生的？", "乙:八九年。", "甲:在哪儿？", "乙:宝鸡。", "甲:多谢。").scenes();
    assertEquals(Optional.of("乙"), Speakers.proposeCharacter(interview));
    List<Scene> talk = Typed.read(folder, "plain", "甲:早。", "乙:早。", "甲:下雨了。").scenes();
    assertEquals(Optional.of("甲"), Speakers.proposeCharacter(talk));
    List<Scene> answered =
        Typed.read(folder, "plain", "甲:真的？我不信。", "乙:真的。", "甲:当真？那我去看。", "乙:去吧。").scenes();
    assertEquals(Optional.of("甲"), Speakers.proposeCharacter(answered));
  }

  @Test
  void anAliasIsPartOfTheNameAndSpeaksElsewhere() {
    List<Scene> scenes =
        List.of(scene("林小满", "阿福"), scene("小满", "阿福"), scene("Sam Reed"), scene("Sam", "阿福"));
    assertEquals(Map.of("小满", "小满 ⊂ 林小满 (0/1)"), Speakers.proposeAliases(scenes, "林小满"));
    assertEquals(
        Map.of("Sam", "Sam ⊂ Sam Reed (0/1)"), Speakers.proposeAliases(scenes, "Sam Reed"));
    assertEquals(
        Map.of("小满", "小满 ⊂ 满小满 (0/1)"), Speakers.proposeAliases(List.of(scene("小满")), "满小满"));
  }

  @Test
  void noAliasIsWhoTalksWithHerOrMightBeAnother() {
    assertEquals(
        Map.of(), Speakers.proposeAliases(List.of(scene("林小满", "小满"), scene("小满")), "林小满"));
    assertEquals(
        Map.of(), Speakers.proposeAliases(List.of(scene("林小满"), scene("小满"), scene("周小满")), "林小满"));
    assertEquals(Map.of(), Speakers.proposeAliases(List.of(scene("林小满"), scene("满")), "林小满"));
    assertEquals(
        Map.of(), Speakers.proposeAliases(List.of(scene("Samuel"), scene("Sam")), "Samuel"));
    assertEquals(
        Map.of(), Speakers.proposeAliases(List.of(scene("Sam"), scene("Sam and Bo")), "Sam"));
  }
}
