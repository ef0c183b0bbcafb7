/// How things are told as JSON: on the command line and over HTTP alike. Knows no terminal and no
/// HTTP.
@NullMarked
package luotuo.app.shape;

import org.jspecify.annotations.NullMarked;
