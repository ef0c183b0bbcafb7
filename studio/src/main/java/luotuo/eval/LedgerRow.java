package luotuo.eval;

import java.time.Instant;

/// An entry that was written.
///
/// @param id from 1, in the order of writing
/// @param version of the program that wrote it
public record LedgerRow(long id, Instant at, String version, LedgerEntry entry) {}
