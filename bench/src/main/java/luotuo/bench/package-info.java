/// Measurements: what is claimed in docs/log.md is printed by a main class here.
@NullMarked
package luotuo.bench;

import org.jspecify.annotations.NullMarked;
