package luotuo.corpus;

import java.util.List;

/// What was understood of a source: its scenes, its instructions to a model, and its reports.
///
/// @param form the name of the form that it was read as
/// @param instructions the text of `system_prompt.txt`, or empty
public record Transcript(
    String form, List<Scene> scenes, String instructions, List<Report> reports, LineCount lines) {
  public Transcript {
    scenes = List.copyOf(scenes);
    reports = List.copyOf(reports);
  }
}
