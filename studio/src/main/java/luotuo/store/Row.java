package luotuo.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A row of a query's result; columns are counted from 1. It is valid only while it is being read.
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /// What a row becomes.
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row);
  }

  /// The text of a column; empty where it is null.
  public String text(int column) {
    try {
      String text = result.getString(column);
      return text == null ? "" : text;
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }

  /// The integer of a column; 0 where it is null.
  public long integer(int column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }

  /// The real number of a column; 0 where it is null.
  public double real(int column) {
    try {
      return result.getDouble(column);
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }

  /// The bytes of a column; none where it is null.
  public byte[] bytes(int column) {
    try {
      byte[] bytes = result.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }
}
