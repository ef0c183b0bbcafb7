package luotuo.store;

/// One step of a room's tables, done once in every database and never changed afterwards.
///
/// @param name unique within the room, such as `001-conversations`
/// @param sql one or more statements, each ended by a semicolon at the end of a line
public record Migration(String name, String sql) {}
