/// How good a voice speaks for a persona: in its tone, with its personality, true to its plot. Some
/// of the persona's scenes are held out; what it says is compared with what was said there. Knows
/// neither terminals nor where models come from.
@NullMarked
package luotuo.eval.fidelity;

import org.jspecify.annotations.NullMarked;
