package luotuo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import luotuo.json.Json;

/// How late tokens come where many streams run at once.
///
/// The server is a process of its own; its scripted model says a piece every 20 ms. What passes
/// between two pieces at the client, less these 20 ms, is what all between them adds: the model's
/// own oversleeping, the chunk, the socket, the client. Arguments: a folder to work in, how many
/// streams, how many pieces each, milliseconds between two starts, and what is asked.
final class Streams {
  private static final int DELAY = 20;
  private static final int PIECE = 3;
  private static final String MODEL = "李鲁鲁";

  private Streams() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    int streams = Integer.parseInt(args[1]);
    int pieces = Integer.parseInt(args[2]);
    int apart = Integer.parseInt(args[3]);
    String asked = args[4];
    script(work, pieces);
    Process server = serve(work, "scripted:steady.yaml", 100_000);
    try (BufferedReader out = server.inputReader()) {
      Object port = Json.readObject(String.valueOf(out.readLine())).get("port");
      int at = ((Number) Objects.requireNonNull(port)).intValue();
      System.out.printf("ready after %.2f CPU-s%n", cpu(server));
      ask(at, asked, new CountDownLatch(0)); // loads what the first reply needs
      long idle = memory(server);
      double before = cpu(server);
      List<double[]> late = run(at, streams, apart, asked, server, idle);
      report(late, streams, pieces, cpu(server) - before);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void script(Path work, int pieces) throws IOException {
    String text = "驼".repeat(PIECE * pieces);
    String rule = "rules: [{reply: " + text + ", delay: " + DELAY + "}]\n";
    Files.writeString(work.resolve("steady.yaml"), rule);
  }

  /// A server in a process of its own, which tells its port in the first line.
  static Process serve(Path work, String model, int maximum) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-Djava.util.logging.config.file=/dev/null",
                "-Dluotuo.home.program=" + Path.of("").toAbsolutePath()));
    command.addAll(List.of(System.getProperty("server.options", "-XX:+UseSerialGC").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "luotuo.cli.Main"));
    command.addAll(List.of("serve", "--port", "0", "--json", "--no-open"));
    command.addAll(List.of("--max", String.valueOf(maximum), "--model", model));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().put("LUOTUO_HOME", work.resolve("home").toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// The lateness of all pieces, stream by stream, in milliseconds.
  private static List<double[]> run(
      int port, int streams, int apart, String asked, Process server, long idle) throws Exception {
    CountDownLatch all = new CountDownLatch(streams);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<double[]>> running = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        running.add(CompletableFuture.supplyAsync(() -> ask(port, asked, all), clients));
        Thread.sleep(apart);
      }
      all.await();
      long more = memory(server) - idle;
      System.out.printf("%.0f KiB of memory a stream, all running%n", (double) more / streams);
      List<double[]> late = new ArrayList<>();
      for (CompletableFuture<double[]> one : running) {
        late.add(one.get());
      }
      return late;
    }
  }

  private static double[] ask(int port, String asked, CountDownLatch begun) {
    String body =
        Json.write(
            Map.of(
                "model",
                MODEL,
                "stream",
                true,
                "messages",
                List.of(Map.of("role", "user", "content", asked))));
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      String head =
          "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: %d\r\n\r\n"
              .formatted(port, body.getBytes(UTF_8).length);
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      return listen(socket.getInputStream(), begun);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Every event ends in an empty line within a chunk of its own.
  private static double[] listen(InputStream in, CountDownLatch begun) throws IOException {
    List<Long> arrivals = new ArrayList<>();
    byte[] bytes = new byte[1 << 14];
    StringBuilder rest = new StringBuilder();
    while (rest.indexOf("[DONE]") < 0) {
      int some = in.read(bytes);
      if (some < 0) {
        throw new IOException("a stream was lost after " + arrivals.size() + " pieces");
      }
      long now = System.nanoTime();
      rest.append(new String(bytes, 0, some, UTF_8));
      for (int at = rest.indexOf("\n\n"); at >= 0; at = rest.indexOf("\n\n")) {
        if (rest.substring(0, at).contains("\"content\":\"驼")) {
          if (arrivals.isEmpty()) {
            begun.countDown();
          }
          arrivals.add(now);
        }
        rest.delete(0, at + 2);
      }
    }
    double[] late = new double[Math.max(0, arrivals.size() - 1)];
    for (int i = 0; i < late.length; i++) {
      late[i] = (arrivals.get(i + 1) - arrivals.get(i)) / 1e6 - DELAY;
    }
    return late;
  }

  private static void report(List<double[]> late, int streams, int pieces, double cpu) {
    double[] all = late.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    long whole = late.stream().filter(one -> one.length >= pieces - 2).count();
    System.out.printf(
        "%d streams, %d whole, %d tokens: added p50 %.2f ms, p99 %.2f ms, most %.1f ms;"
            + " %.0f µs of CPU a token%n",
        streams,
        whole,
        all.length,
        all[all.length / 2],
        all[(int) (all.length * 0.99)],
        all[all.length - 1],
        1e6 * cpu / Math.max(1, all.length));
  }

  /// Resident, in KiB.
  private static long memory(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static double cpu(Process process) {
    return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
  }
}
