package luotuo.model.hub;

/// On what terms a model may be used.
///
/// @param name such as `Apache-2.0`; empty where nobody said
/// @param page its text; empty where the name says all
/// @param agreement whether its terms have to be accepted first
public record Licence(String name, String page, boolean agreement) {
  public static final Licence UNKNOWN = new Licence("", "", false);
}
