package luotuo.model.gguf.kernel;

/// The JDK's module of the Vector API, an incubator that no program has unless it asks for it.
///
/// Asked for with `--add-modules` it has a price for every start: the JVM then links no kept
/// classes ahead, and warns. So it is loaded by the first model that computes here, as the JVM
/// itself loads modules that an agent needs. What does that is internal to JDK 25, and has to be
/// exported to this program, as `luotuo.jar` asks in its manifest; where it is not, [#isThere] is
/// false unless the module was asked for.
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final boolean THERE =
      ModuleLayer.boot().findModule(NAME).isPresent() || isLoaded();

  private VectorModule() {}

  /// Whether its classes may be touched.
  static boolean isThere() {
    return THERE;
  }

  private static boolean isLoaded() {
    try {
      Class<?> modules = Class.forName("jdk.internal.module.Modules");
      modules.getMethod("loadModule", String.class).invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException e) {
      return false; // not exported, or another JDK
    }
  }
}
