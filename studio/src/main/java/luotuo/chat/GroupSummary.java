package luotuo.chat;

import java.time.Instant;
import java.util.List;

/// A stored talk among several, as a list shows it.
///
/// @param members names of the personas, in the order of their characters
/// @param topic may be empty
/// @param last when something was last said; when it was started, where nothing was
/// @param lines how many were said
/// @param opening the first of them; may be empty
public record GroupSummary(
    long id,
    List<String> members,
    String topic,
    Instant created,
    Instant last,
    int lines,
    String opening) {}
