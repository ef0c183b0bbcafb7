/// Models on disk: which there are to be had, which are here, and how they come. Knows no weights.
@NullMarked
package luotuo.model.hub;

import org.jspecify.annotations.NullMarked;
