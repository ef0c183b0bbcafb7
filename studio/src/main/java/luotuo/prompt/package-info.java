/// Words for a model, within what it can hold. Pure functions; knows not where scenes come from.
@NullMarked
package luotuo.prompt;

import org.jspecify.annotations.NullMarked;
