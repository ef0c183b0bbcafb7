/// A transcript in any form becomes scenes of turns, each with its source file and line. Knows
/// nothing of characters' inner life, nor of models.
@NullMarked
package luotuo.corpus;

import org.jspecify.annotations.NullMarked;
