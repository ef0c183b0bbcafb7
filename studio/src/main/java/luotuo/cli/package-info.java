/// The command line: one small class a command.
@NullMarked
package luotuo.cli;

import org.jspecify.annotations.NullMarked;
