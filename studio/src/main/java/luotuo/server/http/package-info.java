/// Requests in, replies out: routes, JSON, event streams, errors, and who may ask at all. The only
/// room that knows the HTTP library; knows no domain type.
@NullMarked
package luotuo.server.http;

import org.jspecify.annotations.NullMarked;
