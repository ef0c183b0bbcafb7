/// Keeps scenes and finds what comes to mind. Knows nothing of how a reply is worded.
@NullMarked
package luotuo.memory;

import org.jspecify.annotations.NullMarked;
