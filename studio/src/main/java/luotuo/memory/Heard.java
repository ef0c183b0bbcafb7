package luotuo.memory;

import java.time.Instant;

/// What a person said to a persona in one turn, or in its hearing in one line of a talk among
/// several.
///
/// @param words the person's own words, and nothing else: facts are learned from them alone
/// @param before what the persona, or another one in its hearing, had said just before; it is never
///   learned from
public record Heard(Whose whose, String words, String before, Fact.Origin origin, Instant at) {}
