package luotuo.corpus;

/// A line of a file, without its end.
///
/// @param number counted from 1
record Line(int number, String text) {}
