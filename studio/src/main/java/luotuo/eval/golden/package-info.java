/// Tests of a character: dialogues with what has to be said in them. Knows neither terminals nor
/// where a persona lies.
@NullMarked
package luotuo.eval.golden;

import org.jspecify.annotations.NullMarked;
