package luotuo.chat;

import java.util.List;
import luotuo.corpus.Source;

/// What a reply rests on.
///
/// @param scene the scene's id
/// @param source file and line of the quoted words
/// @param quote the words themselves, as the source has them
/// @param score how well they fit the question, in 0 … 1
/// @param restsOn where the scene was written after another text: that text's lines
public record Evidence(
    String scene, Source source, String quote, double score, List<Source> restsOn) {}
