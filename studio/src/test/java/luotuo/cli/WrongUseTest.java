package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong use: exit code 2, one sentence on standard error in the user's language, and no trace.
class WrongUseTest {
  @TempDir Path folder;

  private void says(String english, String chinese, String... arguments) {
    saysIn("en", english, arguments);
    saysIn("zh", chinese, arguments);
  }

  private void saysIn(String language, String sentence, String... arguments) {
    Cli.Result result = Cli.in(folder).speaking(language).run(arguments);
    assertEquals(sentence + "\n", result.err());
    assertEquals("", result.out());
    assertEquals(2, result.code());
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void anUnknownOption() {
    says(
        "There is no option --xyzzy; see luotuo --help.",
        "没有 --xyzzy 这个选项；请看 luotuo --help。",
        "--xyzzy");
    says(
        "There is no option --xyzzy; see luotuo chat --help.",
        "没有 --xyzzy 这个选项；请看 luotuo chat --help。",
        "chat",
        "阿远",
        "--xyzzy");
  }

  @Test
  void aCommandMistyped() {
    says(
        "chta was not expected here; did you mean chat? See luotuo --help.",
        "这里用不上 chta，是不是 chat？请看 luotuo --help。",
        "chta");
  }

  @Test
  void aNameWithoutACommand() {
    says(
        "阿远 was not expected here; did you mean luotuo chat 阿远? See luotuo --help.",
        "这里用不上 阿远，是不是 luotuo chat 阿远？请看 luotuo --help。",
        "阿远");
  }

  @Test
  void somethingMissing() {
    says(
        "NAME|FILE is missing; see luotuo chat --help.",
        "缺少 NAME|FILE；请看 luotuo chat --help。",
        "chat");
    says(
        "--as needs a value; see luotuo chat --help.",
        "--as 后面要有值；请看 luotuo chat --help。",
        "chat",
        "阿远",
        "--as");
    says(
        "Say which: list | show | import | export | check | test | remove; see luotuo persona"
            + " --help.",
        "请说明要做什么：list | show | import | export | check | test | remove；请看 luotuo persona --help。",
        "persona");
  }

  @Test
  void whatDoesNotGoTogether() {
    says(
        "Give a question or --stdin, not both; see luotuo chat --help.",
        "问题和 --stdin 只能给一个；请看 luotuo chat --help。",
        "chat",
        "阿远",
        "你好",
        "--stdin");
    says(
        "Give a text or --stdin, one of them; see luotuo recall --help.",
        "文字和 --stdin 请给其中一个；请看 luotuo recall --help。",
        "recall",
        "阿远");
    says(
        "Give --replace or --merge, not both; see luotuo persona import --help.",
        "--replace 和 --merge 只能给一个；请看 luotuo persona import --help。",
        "persona",
        "import",
        "a.txt",
        "--replace",
        "--merge");
  }

  @Test
  void aValueThatDoesNotFit() {
    says(
        "many is no value for -k; see luotuo recall --help.",
        "many 不能作为 -k 的值；请看 luotuo recall --help。",
        "recall",
        "阿远",
        "x",
        "-k",
        "many");
    says(
        "-k takes a number from 1 to 1000; see luotuo recall --help.",
        "-k 要一个 1 到 1000 的数；请看 luotuo recall --help。",
        "recall",
        "阿远",
        "x",
        "-k",
        "0");
    says(
        "fish is no value for bash|zsh, which takes bash | zsh; see luotuo completion --help.",
        "fish 不能作为 bash|zsh 的值，可以是 bash | zsh；请看 luotuo completion --help。",
        "completion",
        "fish");
  }

  @Test
  void twice() {
    says(
        "--until was given twice; see luotuo recall --help.",
        "--until 给了两次；请看 luotuo recall --help。",
        "recall",
        "阿远",
        "x",
        "--until",
        "1",
        "--until",
        "2");
  }

  @Test
  void theLanguageIsTakenFromAnywhere() {
    Cli.Result result = Cli.in(folder).run("persona", "show", "--nope", "x", "--lang", "zh");
    assertEquals("没有 --nope 这个选项；请看 luotuo persona show --help。\n", result.err());
    Cli.Result wrong = Cli.in(folder).run("persona", "list", "--lang=fr");
    assertEquals(
        "fr is no value for --lang, which takes zh | en; see luotuo persona list --help.\n",
        wrong.err());
  }
}
