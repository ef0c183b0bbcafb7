/// Models in GGUF files, run inside the process in plain Java: the decoder, what it remembers of
/// conversations, how tokens are drawn, and the models made of these. Knows no byte of a file, no
/// vector instruction and no word of a prompt.
@NullMarked
package luotuo.model.gguf;

import org.jspecify.annotations.NullMarked;
