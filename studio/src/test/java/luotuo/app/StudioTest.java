package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.chat.Voice;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.persona.ImportRequest;
import luotuo.persona.Imported;
import luotuo.persona.Language;
import luotuo.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTranscript() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"),
        """
        提问人:你小时候住在哪里？
        阿远:我小时候住在河边的木屋里。

        同学:你养过什么动物？
        阿远:我养过一只叫阿黄的狗。

        老师:你最喜欢哪个季节？
        阿远:秋天，桂花开的时候。
        """);
  }

  private Settings settings() {
    return new Settings(new Workspace(folder.resolve("home")), folder, folder, "zh");
  }

  private Studio studio() {
    return new Studio(settings(), Progress.SILENT, new HashedModels());
  }

  @Test
  void openingCreatesNothing() {
    try (Studio studio = studio()) {
      assertTrue(studio.personas().list().isEmpty());
      assertFalse(Files.exists(folder.resolve("home")));
    }
  }

  @Test
  void anImportedPersonaKnowsWhenToDecline() {
    try (Studio studio = studio()) {
      studio.workshop().importFrom("a.txt", ImportRequest.plain());
      assertTrue(studio.personas().read("阿远").declineBelow().isPresent());
      Imported again = studio.workshop().importFrom("a.txt", ImportRequest.plain());
      assertEquals(Imported.Outcome.UNCHANGED, again.outcome());
    }
  }

  @Test
  void anImportThatCannotBeCalibratedLeavesNothingBehind() {
    try (Studio studio = new Studio(settings(), Progress.SILENT, new BrokenModels())) {
      assertThrows(
          Failure.class, () -> studio.workshop().importFrom("a.txt", ImportRequest.plain()));
      assertTrue(studio.personas().list().isEmpty());
    }
  }

  @Test
  void aTalkGoesOnAfterARestart() {
    String conversation;
    try (Studio studio = studio()) {
      studio.workshop().importFrom("a.txt", ImportRequest.plain());
      Talk talk = studio.talk(studio.personas().read("阿远"), false);
      assertTrue(talk.summary().isEmpty(), "nothing was said, so nothing is stored");
      var reply = talk.say(Voice.Question.of("你养过什么动物？"));
      assertTrue(reply.text().contains("阿黄"), reply.text());
      conversation = reply.conversation();
    }
    try (Studio studio = studio()) {
      Talk talk = studio.talk(studio.personas().read("阿远"), false);
      assertEquals(1, talk.history().size());
      assertEquals(conversation, talk.say(Voice.Question.of("你小时候住在哪里？")).conversation());
      talk.startAfresh();
      assertFalse(conversation.equals(talk.say(Voice.Question.of("你好")).conversation()));
    }
  }

  @Test
  void removingTakesTheIndexToo() {
    try (Studio studio = studio()) {
      studio.workshop().importFrom("a.txt", ImportRequest.plain());
      assertTrue(Files.exists(folder.resolve("home/index/阿远")));
      studio.workshop().remove("阿远");
      assertFalse(Files.exists(folder.resolve("home/index/阿远")));
    }
  }

  @Test
  void theDoctorFindsThatNobodyIsThere() {
    try (Studio studio = studio()) {
      var wrong = studio.doctor().checks().filter(check -> !check.isFine()).toList();
      assertEquals(1, wrong.size());
      assertEquals("doctor.personas.none", wrong.getFirst().problem().orElseThrow().key());
    }
  }

  /// Models whose files are damaged.
  private static final class BrokenModels implements Models {
    @Override
    public Embedder embedder(Language language) {
      throw Failure.of("model.unreadable", "broken", "damaged");
    }

    @Override
    public Judge judge(Language language) {
      throw Failure.of("model.unreadable", "broken", "damaged");
    }

    @Override
    public void close() {}
  }
}
