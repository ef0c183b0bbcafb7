package luotuo.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A headless Chromium on the page, with what tests do in it and see of it.
///
/// Every page it opens keeps an account of what must never happen: see [#harm()].
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Runs before anything of the page does.
  private static final String WATCH =
      """
      window.harm = [];
      window.attack = (what) => harm.push('script: ' + what);
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
        window[name] = (what) => void harm.push(name + ': ' + what);
      }
      addEventListener('securitypolicyviolation', (e) =>
        harm.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample), true);
      addEventListener('error', (e) => harm.push('error: ' + e.message));
      """;

  private final String address;
  private final ChromeDriver driver;
  private final WebDriverWait wait;

  private Browser(String address, ChromeDriver driver) {
    this.address = address;
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    wait.ignoring(StaleElementReferenceException.class);
  }

  /// Skips the test where there is no Chromium.
  static void assumeHere() {
    boolean here = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    assumeTrue(here, "no " + CHROMIUM + " or no " + DRIVER + " here");
  }

  /// @param address of the server, with a slash at the end
  static Browser open(String address, Visitor visitor) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--force-prefers-reduced-motion");
    options.addArguments("--window-size=" + visitor.width() + "," + visitor.height());
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    Browser browser = new Browser(address, new ChromeDriver(service, options));
    browser.become(visitor);
    return browser;
  }

  private void become(Visitor visitor) {
    String agent = String.valueOf(run("return navigator.userAgent"));
    tell(
        "Emulation.setUserAgentOverride",
        Map.of("userAgent", agent, "acceptLanguage", visitor.language()));
    tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", visitor.width(),
            "height", visitor.height(),
            "deviceScaleFactor", 1,
            "mobile", visitor.touch()));
    tell("Emulation.setTouchEmulationEnabled", Map.of("enabled", visitor.touch()));
    String scheme = visitor.dark() ? "dark" : "light";
    tell(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
  }

  private void tell(String command, Map<String, Object> with) {
    driver.executeCdpCommand(command, with);
  }

  /// Loads the page at a place, such as `#/make`.
  Browser go(String hash) {
    driver.get("about:blank"); // a change of the hash alone would not load it anew
    driver.get(address + hash);
    return this;
  }

  void reload() {
    driver.navigate().refresh();
  }

  String hash() {
    return String.valueOf(run("return decodeURIComponent(location.hash)"));
  }

  /// Waits until something is seen.
  WebElement see(String css) {
    return until(
        "nothing is seen at " + css,
        () -> all(css).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
  }

  /// Waits until something is seen that has the text in it.
  WebElement see(String css, String text) {
    return until(
        "\"" + text + "\" is not seen at " + css,
        () ->
            all(css).stream()
                .filter(e -> e.isDisplayed() && e.getText().contains(text))
                .findFirst()
                .orElse(null));
  }

  /// Waits until nothing of the kind is there any more.
  void gone(String css) {
    until(css + " is still there", () -> all(css).isEmpty());
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).toList();
  }

  void click(String css) {
    until(css + " cannot be clicked", () -> clicked(see(css)));
  }

  /// A button or a link by what a screen reader calls it.
  void clickNamed(String name) {
    click(":is(a, button)[aria-label='" + name + "']");
  }

  private static boolean clicked(WebElement element) {
    try {
      element.click();
      return true;
    } catch (org.openqa.selenium.ElementClickInterceptedException e) {
      return false; // something moves over it; it is tried again
    }
  }

  /// Types into what is found there, in the place of what it held.
  void type(String css, String text) {
    WebElement field = see(css);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    field.sendKeys(text);
  }

  /// Keys for whatever has the focus.
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /// What has the focus.
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  void choose(String css, Path file) {
    driver.findElement(By.cssSelector(css)).sendKeys(file.toString());
  }

  /// @return what a script returns
  Object run(String script, Object... with) {
    return ((JavascriptExecutor) driver).executeScript(script, with);
  }

  /// @return what a script hands to its last argument
  Object runLong(String script, Object... with) {
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return ((JavascriptExecutor) driver).executeAsyncScript(script, with);
  }

  /// Says something to the character and waits for the whole reply.
  ///
  /// @return the reply
  String say(String words) {
    int before = all(".turn:not(.live)").size();
    type("#words", words);
    press(Keys.ENTER);
    until("no reply to " + words, () -> all(".turn:not(.live)").size() > before);
    return texts(".turn .prose").getLast();
  }

  /// What ran, was asked of somebody, or broke the policy, though nothing ever may.
  List<?> harm() {
    return (List<?>) run("return window.harm");
  }

  /// What axe finds on the page as it is, the serious and the critical.
  List<?> barriers() {
    run(axe());
    return (List<?>)
        runLong(
            """
            const tell = arguments[arguments.length - 1];
            axe.run(document).then((found) => tell(found.violations
              .filter((one) => ['serious', 'critical'].includes(one.impact))
              .map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | '))));
            """);
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until there is something, or it is true; fails with a picture of the page.
  <T> T until(String otherwise, Supplier<T> found) {
    try {
      return wait.until(_ -> found.get());
    } catch (TimeoutException e) {
      return fail(otherwise + "; the page: " + picture() + "\n" + texts("body"));
    }
  }

  private Path picture() {
    Path file = Path.of("target", "page", System.nanoTime() + ".png");
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, driver.getScreenshotAs(OutputType.BYTES)).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
