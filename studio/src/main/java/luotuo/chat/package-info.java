/// One conversation: recall, voice, reply with evidence, stored turn. Knows nothing of HTTP and
/// terminals.
@NullMarked
package luotuo.chat;

import org.jspecify.annotations.NullMarked;
