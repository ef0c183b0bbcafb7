/// Messages to the text that a model was trained on, by the template of its file. Knows no tokens.
@NullMarked
package luotuo.model.gguf.template;

import org.jspecify.annotations.NullMarked;
