package luotuo.persona;

/// What scenes were imported from.
///
/// @param name the file or folder, as the user named it
/// @param sha256 of its content
/// @param form the form that it was read as
public record Provenance(String name, String sha256, String form) {}
