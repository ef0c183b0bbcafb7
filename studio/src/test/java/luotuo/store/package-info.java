@NullMarked
package luotuo.store;

import org.jspecify.annotations.NullMarked;
