/// Twenty things that a user says, among them some to make a character fall out of its role, and
/// counts of what came of it. Knows no terminals.
@NullMarked
package luotuo.eval.turns;

import org.jspecify.annotations.NullMarked;
