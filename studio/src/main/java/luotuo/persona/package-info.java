/// The persona: names, profile, instructions, greeting, scenes; its folder, and where personas are
/// found. Knows nothing of prompts.
@NullMarked
package luotuo.persona;

import org.jspecify.annotations.NullMarked;
