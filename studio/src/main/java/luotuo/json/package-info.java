/// JSON, JSON Lines and YAML in and out; the only room that knows the JSON library. Knows no domain
/// type.
@NullMarked
package luotuo.json;

import org.jspecify.annotations.NullMarked;
