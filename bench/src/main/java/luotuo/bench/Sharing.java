package luotuo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import luotuo.json.Json;

/// Whether conversations that ask one model in the server's process at once are served fairly.
///
/// Where each is served in its turn and all replies take as long, the longest wait is about twice
/// the mean, and they end in the order in which they came. Arguments: a folder to work in, a GGUF
/// file, how many conversations, tokens of a reply, milliseconds between two starts, the persona,
/// and what is asked.
final class Sharing {
  private Sharing() {}

  /// @param waited until the reply was whole, in seconds
  /// @param ended when that was
  private record Served(int status, int letters, double waited, long ended) {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    int conversations = Integer.parseInt(args[2]);
    Process server = Streams.serve(work, args[1], Integer.parseInt(args[3]));
    try (BufferedReader out = server.inputReader()) {
      Object port = Json.readObject(String.valueOf(out.readLine())).get("port");
      URI at = URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
      ask(at, args[5], args[6], -1); // loads what the first reply needs
      report(run(at, conversations, Integer.parseInt(args[4]), args[5], args[6]));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static List<Served> run(
      URI at, int conversations, int apart, String persona, String asked) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Served>> running = new ArrayList<>();
      for (int i = 0; i < conversations; i++) {
        int number = i;
        running.add(CompletableFuture.supplyAsync(() -> ask(at, persona, asked, number), clients));
        Thread.sleep(apart);
      }
      return running.stream().map(CompletableFuture::join).toList();
    }
  }

  /// Each says something of its own before, so that none has the prompt of another.
  private static Served ask(URI at, String persona, String asked, int number) {
    String before = "我是第" + number + "个客人。";
    Map<String, Object> body =
        Map.of(
            "model",
            persona,
            "messages",
            List.of(
                Map.of("role", "user", "content", before),
                Map.of("role", "assistant", "content", "好。"),
                Map.of("role", "user", "content", asked)));
    HttpRequest request =
        HttpRequest.newBuilder(at).POST(BodyPublishers.ofString(Json.write(body))).build();
    long began = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
      long ended = System.nanoTime();
      return new Served(reply.statusCode(), reply.body().length(), (ended - began) / 1e9, ended);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void report(List<Served> served) {
    double[] waited = served.stream().mapToDouble(Served::waited).toArray();
    double mean = DoubleStream.of(waited).average().orElse(0);
    double most = DoubleStream.of(waited).max().orElse(0);
    int overtaken = 0;
    for (int i = 0; i + 1 < served.size(); i++) {
      overtaken += served.get(i + 1).ended() < served.get(i).ended() ? 1 : 0;
    }
    System.out.printf(
        "%d conversations, %d served; waited %.1f s in the mean, %.1f at most: %.2f times;"
            + " %d overtaken by the next%n",
        served.size(),
        served.stream().filter(one -> one.status() == 200 && one.letters() > 0).count(),
        mean,
        most,
        most / mean,
        overtaken);
  }
}
