/// Each persona as a model of OpenAI's protocol. Knows no HTTP library and keeps nothing: the
/// client's messages are the whole history.
@NullMarked
package luotuo.server.openai;

import org.jspecify.annotations.NullMarked;
