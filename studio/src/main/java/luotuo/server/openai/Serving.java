package luotuo.server.openai;

import luotuo.app.Speaking;

/// How personas are served.
///
/// @param speaking what holds where a request says nothing
/// @param system what becomes of a client's system message
public record Serving(Speaking speaking, ClientSystem system) {}
