@NullMarked
package luotuo.persona;

import org.jspecify.annotations.NullMarked;
