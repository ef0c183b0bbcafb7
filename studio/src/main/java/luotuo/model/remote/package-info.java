/// A chat model behind any server that speaks OpenAI's chat-completions protocol. The server is
/// trusted with the messages and the key, and with nothing else: whatever it sends is bounded.
/// Knows no prompts and no prices.
@NullMarked
package luotuo.model.remote;

import org.jspecify.annotations.NullMarked;
