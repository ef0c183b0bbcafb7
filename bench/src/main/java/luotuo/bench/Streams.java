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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luotuo.json.Json;

/// How late tokens come where many streams run at once.
///
/// The server is a process of its own; its scripted model says a piece every 20 ms. Each is a short
/// sentence, unlike all others: replies are let through sentence by sentence, and not said twice.
/// What passes between two pieces at the client, less these 20 ms, is what all between them adds:
/// the model's own oversleeping, the chunk, the socket, the client. It is told apart for the pieces
/// that came while others were still beginning, which needs recall, and for those after. Arguments:
/// a folder to work in, how many streams, how many pieces each (up to 680, which fill the scripted
/// model's context), milliseconds between two starts, and what is asked.
final class Streams {
  private static final int DELAY = 20;
  private static final int STEADY = 3000;
  private static final int ROUNDS = 2;
  private static final String MODEL = "苗半升";
  private static final Pattern SAID = Pattern.compile("\"content\":\"[^\"]");

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
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.println("round " + round);
        double before = cpu(server);
        List<long[]> arrivals = run(at, streams, apart, asked, server, idle);
        report(arrivals, streams, pieces, cpu(server) - before);
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void script(Path work, int pieces) throws IOException {
    String text =
        IntStream.range(0, pieces)
            .mapToObj(i -> Character.toString(0x6C34 + i) + Character.toString(0x9A7C - i) + "。")
            .collect(Collectors.joining());
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
    command.addAll(List.of(System.getProperty("server.options", "-XX:+UseG1GC").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "luotuo.cli.Main"));
    command.addAll(List.of("serve", "--port", "0", "--json", "--no-open"));
    command.addAll(List.of("--max", String.valueOf(maximum), "--model", model));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().put("LUOTUO_HOME", work.resolve("home").toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// When each piece came, stream by stream, in nanoseconds.
  private static List<long[]> run(
      int port, int streams, int apart, String asked, Process server, long idle) throws Exception {
    CountDownLatch all = new CountDownLatch(streams);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<long[]>> running = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        running.add(CompletableFuture.supplyAsync(() -> ask(port, asked, all), clients));
        Thread.sleep(apart);
      }
      all.await();
      double before = cpu(server);
      Thread.sleep(STEADY);
      System.out.printf(
          "all running: %.2f of a CPU, %.0f µs a token, %d KiB a stream%n",
          (cpu(server) - before) * 1000 / STEADY,
          (cpu(server) - before) * 1e6 / (streams * (double) STEADY / DELAY),
          (memory(server) - idle) / streams);
      List<long[]> arrivals = new ArrayList<>();
      for (CompletableFuture<long[]> one : running) {
        arrivals.add(one.get());
      }
      return arrivals;
    }
  }

  private static long[] ask(int port, String asked, CountDownLatch begun) {
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
  private static long[] listen(InputStream in, CountDownLatch begun) throws IOException {
    List<Long> arrivals = new ArrayList<>();
    byte[] bytes = new byte[1 << 14];
    StringBuilder rest = new StringBuilder();
    boolean done = false;
    while (!done) {
      int some = in.read(bytes);
      if (some < 0) {
        throw new IOException("a stream was lost after " + arrivals.size() + " pieces");
      }
      long now = System.nanoTime();
      rest.append(new String(bytes, 0, some, UTF_8));
      for (int at = rest.indexOf("\n\n"); at >= 0; at = rest.indexOf("\n\n")) {
        String event = rest.substring(0, at);
        done |= event.endsWith("data: [DONE]");
        if (SAID.matcher(event).find()) {
          if (arrivals.isEmpty()) {
            begun.countDown();
          }
          arrivals.add(now);
        }
        rest.delete(0, at + 2);
      }
    }
    return arrivals.stream().mapToLong(Long::longValue).toArray();
  }

  private static void report(List<long[]> arrivals, int streams, int pieces, double cpu) {
    long begun = arrivals.stream().mapToLong(one -> one[0]).max().orElse(0);
    long whole = arrivals.stream().filter(one -> one.length >= pieces - 1).count();
    System.out.printf("%d streams, %d whole; %.1f CPU-s%n", streams, whole, cpu);
    report("while they begin", late(arrivals, Long.MIN_VALUE, begun));
    long over = arrivals.stream().mapToLong(one -> one[one.length - 1]).min().orElse(0);
    report("all running", late(arrivals, begun, over));
    report("while they end", late(arrivals, over, Long.MAX_VALUE));
  }

  private static void report(String when, double[] late) {
    if (late.length > 0) {
      System.out.printf(
          "%s: %d tokens, added p50 %.2f ms, p99 %.2f ms, most %.1f ms%n",
          when,
          late.length,
          late[late.length / 2],
          late[(int) (late.length * 0.99)],
          late[late.length - 1]);
    }
  }

  /// How late the pieces are that came within a time, in milliseconds, the least first.
  private static double[] late(List<long[]> arrivals, long from, long to) {
    return arrivals.stream()
        .flatMapToDouble(
            one ->
                IntStream.range(1, one.length)
                    .filter(i -> one[i] > from && one[i] <= to)
                    .mapToDouble(i -> (one[i] - one[i - 1]) / 1e6 - DELAY))
        .sorted()
        .toArray();
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
