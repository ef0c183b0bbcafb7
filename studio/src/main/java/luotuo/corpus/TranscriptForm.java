package luotuo.corpus;

/// A form that transcripts come in. Forms that are not text (cards, archives) look at the sample's
/// bytes.
interface TranscriptForm {
  /// As users name it.
  String name();

  /// How well a sample fits: 0 not at all, 1 perfectly. The best form reads the whole.
  double likelihood(Sample sample);

  Transcript read(Sample sample, Options options);
}
