package luotuo.memory;

import java.util.List;

/// Hears in a person's words what they state about themselves and their life.
@FunctionalInterface
public interface Listener {
  /// @return the statements, in the person's own words and order; empty where there are none
  List<String> statements(Heard heard);
}
