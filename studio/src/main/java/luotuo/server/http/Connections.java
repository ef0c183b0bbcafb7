package luotuo.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/// The library's HTTP/1.1 connections, reading through an [Inlet]. Those whose client is silent in
/// the middle of a request, or long after one, are closed: the library would wait for ever.
final class Connections implements ServerConnectionSelector {
  private static final Duration ROUND = Duration.ofMillis(500);

  private static final int MOST_HEADERS = 16 << 10;
  private static final int MOST_LINE = 8 << 10;

  private final ServerConnectionSelector library =
      Http1ConnectionSelector.builder()
          .config(
              Http1Config.builder()
                  .maxHeadersSize(MOST_HEADERS)
                  .maxPrologueLength(MOST_LINE)
                  .receiveLog(false)
                  .sendLog(false)
                  .build())
          .build();

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Duration patience;

  /// @param patience how long a client may be silent
  Connections(Duration patience) {
    this.patience = patience;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return library.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return library.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return library.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    HelidonSocket socket = context.serverSocket();
    Inlet inlet = new Inlet(() -> socket.get(), readAlready(context.dataReader()));
    Context reading = new Context(context, DataReader.create(inlet));
    return new Connection((Http1Connection) library.connection(reading), socket, inlet);
  }

  /// Looks round until it is interrupted.
  Thread startRounds() {
    return Thread.ofVirtual().name("rounds").start(this::goRound);
  }

  private void goRound() {
    try {
      while (true) {
        Thread.sleep(ROUND);
        open.stream().filter(one -> one.inlet.isSilent(patience)).forEach(Connection::cut);
      }
    } catch (InterruptedException e) {
      // the server has stopped
    }
  }

  /// What was looked at to tell which protocol is spoken.
  private static byte[] readAlready(DataReader reader) {
    int some = reader.available();
    return some == 0 ? new byte[0] : reader.readBytes(some);
  }

  private final class Connection implements ServerConnection, InterruptableTask<Void> {
    private final Http1Connection library;
    private final HelidonSocket socket;
    private final Inlet inlet;

    Connection(Http1Connection library, HelidonSocket socket, Inlet inlet) {
      this.library = library;
      this.socket = socket;
      this.inlet = inlet;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      open.add(this);
      try {
        ScopedValue.where(Inlet.CURRENT, inlet)
            .call(
                () -> {
                  library.handle(limit);
                  return true;
                });
      } finally {
        open.remove(this);
      }
    }

    void cut() {
      try {
        socket.close();
      } catch (UncheckedIOException e) {
        // it was closed already
      }
    }

    @Override
    public Duration idleTime() {
      return library.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      library.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
      return library.canInterrupt();
    }
  }

  /// The library's context of a connection, with another reader.
  private record Context(ConnectionContext library, DataReader dataReader)
      implements ConnectionContext {
    @Override
    public ListenerContext listenerContext() {
      return library.listenerContext();
    }

    @Override
    public ExecutorService executor() {
      return library.executor();
    }

    @Override
    public DataWriter dataWriter() {
      return library.dataWriter();
    }

    @Override
    public Router router() {
      return library.router();
    }

    @Override
    public HelidonSocket serverSocket() {
      return library.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
      return library.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
      return library.localPeer();
    }

    @Override
    public boolean isSecure() {
      return library.isSecure();
    }

    @Override
    public String socketId() {
      return library.socketId();
    }

    @Override
    public String childSocketId() {
      return library.childSocketId();
    }
  }
}
