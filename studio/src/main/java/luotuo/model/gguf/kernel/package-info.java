/// The arithmetic of a decoder on weights as a file stores them. Knows no architecture.
@NullMarked
package luotuo.model.gguf.kernel;

import org.jspecify.annotations.NullMarked;
