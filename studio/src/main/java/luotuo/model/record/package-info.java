/// Wrappers round any model: record and replay, a budget, prices, a meter. Knows no model of its
/// own.
@NullMarked
package luotuo.model.record;

import org.jspecify.annotations.NullMarked;
