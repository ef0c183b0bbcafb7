package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import luotuo.model.onnx.WordPiece.Piece;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.ofList(
          String.join(
              "\n", "[UNK]", "harry", "##s", "em", "##bed", "##ding", "春", "，", "20", "e", "か",
              "café", "[", "]", "sep"));

  private final WordPiece wordPiece = new WordPiece(VOCABULARY);

  @Test
  void longestPiecesFromTheLeft() {
    assertEquals(List.of("em", "##bed", "##ding", "##s"), tokens("embeddings"));
    assertEquals(List.of("harry", "##s"), tokens("HARRYs"));
  }

  @Test
  void aWordWithAPartThatNothingFitsIsUnknown() {
    assertEquals(List.of("[UNK]", "harry"), tokens("embedx harry"));
    assertEquals(List.of("[UNK]"), tokens("harry".repeat(21)));
  }

  @Test
  void chineseAndPunctuationStandAlone() {
    assertEquals(List.of("春", "，", "harry", "春"), tokens("春，harry春"));
  }

  @Test
  void accentsGoAndFullWidthBecomesPlain() {
    assertEquals(List.of("e", "e", "か", "20"), tokens("é e\u0301 が ２０"));
  }

  @Test
  void theModelsOwnMarksAreTextInAText() {
    assertEquals(List.of("[", "sep", "]"), tokens("[SEP]"));
  }

  @Test
  void placesAreThoseOfTheOriginalText() {
    assertEquals(
        List.of(new Piece(9, 0, 1), new Piece(3, 3, 5), new Piece(4, 5, 8), new Piece(6, 11, 12)),
        wordPiece.cut("é  EMBed \t\u200b春", 9));
  }

  @Test
  void aTextIsCutAtSoManyPieces() {
    assertEquals(3, wordPiece.cut("embeddings", 3).size());
    assertEquals(7, wordPiece.cut("春".repeat(100), 7).size());
    assertEquals(List.of(), wordPiece.cut("春", 0));
  }

  @Test
  void theListOfAVocabularyIsTheVocabulary() {
    assertEquals(VOCABULARY.list(), Vocabulary.ofList(VOCABULARY.list()).list());
  }

  private List<String> tokens(String text) {
    return wordPiece.cut(text, 510).stream().map(p -> VOCABULARY.token(p.id())).toList();
  }
}
