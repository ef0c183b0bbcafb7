package luotuo.memory;

import java.time.Instant;

/// What a person said to a persona in one turn.
///
/// @param words the person's own words, and nothing else: facts are learned from them alone
/// @param before what the persona had said just before; it is never learned from
public record Heard(Whose whose, String words, String before, Fact.Origin origin, Instant at) {}
