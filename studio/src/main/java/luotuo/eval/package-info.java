/// Measures of a persona, and the ledger of what work took. Knows nothing of the page.
@NullMarked
package luotuo.eval;

import org.jspecify.annotations.NullMarked;
