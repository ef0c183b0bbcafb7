/// The workspace folder: atomic files, folder names, SQLite with ordered migrations. Does not know
/// what is stored.
@NullMarked
package luotuo.store;

import org.jspecify.annotations.NullMarked;
