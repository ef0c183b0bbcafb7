package luotuo.corpus;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import luotuo.job.Failure;

/// Reads a transcript in any form that is known here.
///
/// What cannot be read is a [Failure] in one of these words: `corpus.missing` (path),
/// `corpus.unreadable` (path), `corpus.binary` (file), `corpus.encoding` (file, line),
/// `corpus.tooLarge` (path, bytes, most bytes), `corpus.folderTooLarge` (path, bytes, most bytes),
/// `corpus.tooManyFiles` (path, most files), `corpus.unknownForm` (name, known names),
/// `corpus.nothing` (path). A line that became no turn is a [Report] with `corpus.emptySpeaker`
/// (name) or `corpus.noWords`.
public final class Transcripts {
  private static final List<TranscriptForm> FORMS =
      List.of(
          new ChatHaruhiForm(),
          new InterviewForm(),
          new MarkdownForm(),
          new NovelForm(),
          new PlainForm());

  private Transcripts() {}

  /// The names of the forms, as [Options#form] takes them.
  public static List<String> forms() {
    return FORMS.stream().map(TranscriptForm::name).toList();
  }

  /// @param source a file or a folder
  /// @throws Failure if it cannot be read, or no line of it is understood
  public static Transcript read(Path source, Options options) {
    options.form().ifPresent(Transcripts::named);
    Sample sample = Sample.of(SourceFiles.of(source, options));
    TranscriptForm form = options.form().map(Transcripts::named).orElseGet(() -> best(sample));
    Transcript transcript = form.read(sample, options);
    if (transcript.scenes().isEmpty() && transcript.instructions().isEmpty()) {
      throw Failure.of("corpus.nothing", source);
    }
    return transcript;
  }

  private static TranscriptForm named(String name) {
    return FORMS.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Failure.of("corpus.unknownForm", name, String.join(", ", forms())));
  }

  private static TranscriptForm best(Sample sample) {
    return FORMS.stream()
        .max(Comparator.comparingDouble(form -> form.likelihood(sample)))
        .orElseThrow();
  }
}
