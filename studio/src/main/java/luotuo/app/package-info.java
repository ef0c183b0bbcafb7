/// Configuration and wiring, by constructor. Knows nothing of HTTP and terminals.
@NullMarked
package luotuo.app;

import org.jspecify.annotations.NullMarked;
