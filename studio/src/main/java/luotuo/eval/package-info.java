/// Measures of a persona. Knows nothing of the page.
@NullMarked
package luotuo.eval;

import org.jspecify.annotations.NullMarked;
