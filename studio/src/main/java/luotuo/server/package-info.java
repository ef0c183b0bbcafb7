/// Luotuo as a server: what is answered where. No logic of its own; knows no terminal.
@NullMarked
package luotuo.server;

import org.jspecify.annotations.NullMarked;
