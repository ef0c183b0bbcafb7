package luotuo.model.onnx;

/// A word as the vocabulary is spelt: lower case, without accents; a punctuation mark or a Chinese
/// character is a word of its own.
///
/// @param text `n` chars
/// @param starts `[n]`: where in the original text what gave the char begins
/// @param ends `[n]`: and where it ends
record Word(String text, int[] starts, int[] ends) {}
