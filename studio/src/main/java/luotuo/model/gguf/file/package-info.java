/// GGUF files, read and written. Knows no arithmetic.
@NullMarked
package luotuo.model.gguf.file;

import org.jspecify.annotations.NullMarked;
