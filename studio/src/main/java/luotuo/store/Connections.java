package luotuo.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import luotuo.job.Failure;
import org.sqlite.JDBC;

/// Opens connections, and makes sure that what is opened is this program's database.
///
/// A new database is made beside its place and linked into it with its header complete. So a file
/// at that place that is empty, or lacks the mark, is damaged or somebody else's, and never new.
final class Connections {
  /// `luot`, in the header's field for the kind of file.
  private static final int MARK = 0x6c756f74;

  private static final String WAITING_MILLIS = "10000";

  private Connections() {}

  static Connection open(Path file) {
    NativeLibrary.unpackInto(Leftovers.folder(file));
    if (!Files.exists(file)) {
      create(file);
    }
    Connection connection = connect(file);
    try {
      Transaction.execute(connection, "PRAGMA synchronous = FULL");
      checkMark(file, new Statements(connection));
      return connection;
    } catch (RuntimeException e) {
      closeAfter(connection, e);
      throw e;
    }
  }

  private static void closeAfter(Connection connection, RuntimeException because) {
    try {
      connection.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private static void checkMark(Path file, Statements in) {
    long size = in.first("PRAGMA page_count", row -> row.integer(1)).orElse(0L);
    long mark = in.first("PRAGMA application_id", row -> row.integer(1)).orElse(0L);
    if (size == 0) {
      throw Failure.of("database.corrupt", file, "the file is empty");
    }
    if (mark != MARK) {
      throw Failure.of("database.foreign", file);
    }
    // Reads the schema, so that a damaged one is found now and not in the middle of a talk.
    in.query("SELECT name FROM sqlite_schema", row -> row.text(1));
  }

  private static void create(Path file) {
    Path folder = Leftovers.folder(file);
    OwnFolder.create(folder);
    checkNoJournal(file);
    Path made = Leftovers.unfinished(folder);
    try {
      Leftovers.sweep(folder);
      try {
        writeEmpty(made);
        link(made, file);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /// A journal without its database holds turns that a new database would bury.
  private static void checkNoJournal(Path file) {
    Path journal = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(journal) && !Files.exists(file)) {
      throw Failure.of("database.lost", file, journal);
    }
  }

  private static void writeEmpty(Path file) {
    try (Connection connection = connect(file)) {
      Transaction.execute(connection, "PRAGMA application_id = " + MARK);
      Transaction.execute(connection, "PRAGMA journal_mode = WAL");
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }

  /// Another process may have made one in the same moment: the first one stays.
  private static void link(Path made, Path file) throws IOException {
    try {
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(made, file);
    }
  }

  private static Connection connect(Path file) {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", WAITING_MILLIS);
    settings.setProperty("foreign_keys", "true");
    try {
      return JDBC.createConnection("jdbc:sqlite:" + address(file), settings);
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }

  /// As a URI, in which a question mark of the path is no parameter.
  private static String address(Path file) {
    return file.toUri().toString();
  }
}
