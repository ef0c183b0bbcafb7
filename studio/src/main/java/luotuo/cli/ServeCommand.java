package luotuo.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import luotuo.server.Server;
import luotuo.server.http.HttpSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Serves every character to any OpenAI client, and the page, until it is stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private static final int PORT = 8421;

  private final Session session;

  @Option(names = "--host", paramLabel = "HOST")
  String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT")
  int port = PORT;

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Server server =
        Server.start(
            session.studio(),
            settings(),
            new luotuo.server.openai.Serving(
                luotuo.app.Speaking.DEFAULT, luotuo.server.openai.Wishes.ADD));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  await(stopped);
                },
                "stop"));
    session.output().line(session.words("serve.at", address(server.port())));
    stop.await();
    server.close();
    stopped.countDown();
    return Program.DONE;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String address(int at) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at + "/";
  }

  private HttpSettings settings() {
    return HttpSettings.local(session.settings().language()).at(host, port);
  }
}
