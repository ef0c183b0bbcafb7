/// What weights can do. Knows nothing of characters.
@NullMarked
package luotuo.model;

import org.jspecify.annotations.NullMarked;
