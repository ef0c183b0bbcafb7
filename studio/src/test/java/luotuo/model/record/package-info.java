@NullMarked
package luotuo.model.record;

import org.jspecify.annotations.NullMarked;
