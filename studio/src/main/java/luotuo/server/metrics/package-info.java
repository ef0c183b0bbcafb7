/// What the server counts and times, for Prometheus; the only room that knows its library. Knows no
/// persona.
@NullMarked
package luotuo.server.metrics;

import org.jspecify.annotations.NullMarked;
