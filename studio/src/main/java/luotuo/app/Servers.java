package luotuo.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.job.Stopwatch;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.model.remote.Endpoint;
import luotuo.model.remote.Key;
import luotuo.model.remote.Keys;
import luotuo.model.remote.Patience;
import luotuo.model.remote.RemoteModel;
import luotuo.store.AtomicFile;

/// Servers that speak OpenAI's protocol: tried, and set up for characters to speak with.
public final class Servers {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));
  private static final String QUESTION = "1 + 1 = ?";
  private static final int MOST_TOKENS = 32;

  private final Settings settings;
  private final Path keys;

  public Servers(Settings settings) {
    this.settings = settings;
    this.keys = settings.workspace().keys();
  }

  /// What a server answered.
  ///
  /// @param models that it offers; empty where it does not tell
  public record Answer(String reply, long millis, List<String> models) {}

  /// Asks a server something short.
  ///
  /// @param key for this once; otherwise the one that is found for the host
  /// @throws Failure `model.remote.…`
  public Answer test(String address, String model, Optional<String> key) {
    Stopwatch watch = Stopwatch.started();
    Endpoint endpoint = endpoint(address, model, key).withPatience(PATIENCE);
    try (RemoteModel remote = RemoteModel.open(endpoint)) {
      Completion completion =
          remote.complete(
              new ChatRequest(
                  List.of(Message.user(QUESTION)), Sampling.GREEDY.withMaximum(MOST_TOKENS)),
              _ -> {});
      long millis = Math.round(watch.clockSeconds() * 1000);
      return new Answer(completion.text().strip(), millis, remote.modelsIfTold());
    }
  }

  /// Makes a server's model the one that characters speak with.
  ///
  /// @param key kept for the host, in place of one that is there; nobody is told it again
  /// @return its name from then on
  /// @throws Failure `model.remote.…`
  public String use(String address, String model, Optional<String> key) {
    Endpoint endpoint = endpoint(address, model, key);
    if (endpoint.model().isEmpty()) {
      throw Failure.of("model.use.address", address);
    }
    key.ifPresent(secret -> keep(endpoint.base(), secret.strip()));
    Defaults.of(settings.workspace())
        .withModel(Optional.of(endpoint.toString()))
        .write(settings.workspace());
    return endpoint.toString();
  }

  private void keep(URI server, String secret) {
    settings.workspace().ready(keys);
    AtomicFile.writePrivately(new Keys(settings.environment(), keys).file(server), secret + "\n");
  }

  private Endpoint endpoint(String address, String model, Optional<String> key) {
    if (address.contains("#")) {
      throw Failure.of("model.remote.address", address);
    }
    String whole = address + "#" + model;
    return key.map(secret -> keyed(whole, secret))
        .orElseGet(() -> Endpoint.of(whole, settings.environment(), keys));
  }

  private Endpoint keyed(String whole, String secret) {
    return Endpoint.parse(whole)
        .withKeyOverHttp(Endpoint.allowsKeyOverHttp(settings.environment()))
        .withKey(Key.of(secret, "key"));
  }
}
