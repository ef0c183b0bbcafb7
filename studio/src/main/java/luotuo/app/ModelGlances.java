package luotuo.app;

import java.util.List;
import java.util.Optional;
import luotuo.model.hub.Licence;
import luotuo.model.hub.Listed;
import luotuo.model.hub.Shelf;
import luotuo.model.hub.Shelved;

/// Puts together what the registry and the shelf know of a model.
final class ModelGlances {
  private static final String OPEN = "open";

  private ModelGlances() {}

  static ModelGlance of(Listed listed, Optional<Shelved> here, long begun) {
    return new ModelGlance(
        listed.name(),
        listed.title(),
        listed.family(),
        listed.architecture(),
        listed.parameters(),
        listed.languages(),
        listed.machine().id(),
        here.map(Shelved::bytes).orElse(listed.bytes()),
        here.isPresent() || listed.exact(),
        terms(listed.licence()),
        listed.context(),
        true,
        listed.tried(),
        here.map(Shelved::sha256).or(listed::sha256).orElse(""),
        here.map(m -> m.known().id()).orElse(listed.sha256().isPresent() ? "registry" : OPEN),
        listed.sources().stream()
            .map(source -> new ModelGlance.Place(source.id(), source.checked()))
            .toList(),
        here.map(Shelved::file),
        here.map(Shelved::source).orElse(""),
        here.map(m -> m.added().toString()).orElse(""),
        begun);
  }

  private static ModelGlance.Terms terms(Licence licence) {
    return new ModelGlance.Terms(licence.name(), licence.page(), licence.agreement());
  }

  /// One that the registry does not know.
  static ModelGlance of(Shelved here) {
    return bare(
        here.name(),
        here.bytes(),
        here.licence(),
        here.sha256(),
        here.known().id(),
        Optional.of(here));
  }

  static ModelGlance of(Shelf.Leftover left) {
    ModelGlance bare = bare(left.name(), left.bytes(), "", "", OPEN, Optional.empty());
    return begun(bare, left.bytes());
  }

  private static ModelGlance bare(
      String name,
      long bytes,
      String licence,
      String sha256,
      String known,
      Optional<Shelved> here) {
    return new ModelGlance(
        name,
        name,
        "",
        "",
        "",
        List.of(),
        "",
        bytes,
        true,
        new ModelGlance.Terms(licence, "", false),
        0,
        false,
        false,
        sha256,
        known,
        List.of(),
        here.map(Shelved::file),
        here.map(Shelved::source).orElse(""),
        here.map(m -> m.added().toString()).orElse(""),
        0);
  }

  private static ModelGlance begun(ModelGlance m, long bytes) {
    return new ModelGlance(
        m.name(),
        m.title(),
        m.family(),
        m.architecture(),
        m.parameters(),
        m.languages(),
        m.machine(),
        m.bytes(),
        m.exact(),
        m.licence(),
        m.context(),
        m.listed(),
        m.tried(),
        m.sha256(),
        m.known(),
        m.sources(),
        m.here(),
        m.from(),
        m.added(),
        bytes);
  }
}
