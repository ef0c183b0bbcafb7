/// This program's own API, under `/api`: requests become calls of other rooms, and what these give
/// becomes JSON. No logic of its own; knows no HTTP library.
@NullMarked
package luotuo.server.api;

import org.jspecify.annotations.NullMarked;
