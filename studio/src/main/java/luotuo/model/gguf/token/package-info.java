/// Text to the tokens of a model and back. Knows no weights.
@NullMarked
package luotuo.model.gguf.token;

import org.jspecify.annotations.NullMarked;
