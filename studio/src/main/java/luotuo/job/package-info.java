/// What long work has in common: progress, cancelling, cost, problems. Knows no work.
@NullMarked
package luotuo.job;

import org.jspecify.annotations.NullMarked;
