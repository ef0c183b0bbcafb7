package luotuo.server.http;

import java.util.ArrayList;
import java.util.List;

/// What is answered under one prefix of paths, and how errors are told there.
public final class Routes {
  private final String prefix;
  private final ErrorForm form;
  private final List<Route> all = new ArrayList<>();

  /// @param prefix such as `/api`
  public Routes(String prefix, ErrorForm form) {
    this.prefix = prefix;
    this.form = form;
  }

  /// What is answered, and by whom.
  ///
  /// @param path with the prefix
  public record Route(String method, String path, Handler handler) {}

  /// @param path below the prefix; `{name}` stands for one part of it, `{+name}` for all the rest
  public Routes get(String path, Handler handler) {
    return add("GET", path, handler);
  }

  public Routes post(String path, Handler handler) {
    return add("POST", path, handler);
  }

  public Routes put(String path, Handler handler) {
    return add("PUT", path, handler);
  }

  public Routes patch(String path, Handler handler) {
    return add("PATCH", path, handler);
  }

  public Routes delete(String path, Handler handler) {
    return add("DELETE", path, handler);
  }

  private Routes add(String method, String path, Handler handler) {
    all.add(new Route(method, prefix + path, handler));
    return this;
  }

  boolean isAbove(String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  ErrorForm form() {
    return form;
  }

  public List<Route> all() {
    return List.copyOf(all);
  }
}
