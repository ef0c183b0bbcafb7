/// A chat model that says what it was told to say, for tests, documentation and the demo. Knows no
/// weights.
@NullMarked
package luotuo.model.scripted;

import org.jspecify.annotations.NullMarked;
