package luotuo.model.gguf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.Message;
import luotuo.model.gguf.file.Metadata;
import luotuo.model.gguf.template.ChatTemplate;
import luotuo.model.gguf.token.Tokenizer;

/// Messages and texts to the tokens that a model is given.
///
/// Only the template's own marks become control tokens. A message that contains the text of one,
/// such as `<|im_end|>`, gets a private character behind that text's first character; what the
/// template made is encoded piece by piece between these characters, so that they leave and the
/// mark stays plain text. Templates see every other message as it is.
final class Prompts {
  private static final String TEMPLATE = "tokenizer.chat_template";
  private static final String TYPES = "tokenizer.ggml.token_type";
  private static final String THOUGHT = "<think>";
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final char FIRST_PRIVATE = '\uE000';
  private static final char AFTER_PRIVATE = '\uF900';

  private final String file;
  private final Tokenizer tokenizer;
  private final Optional<ChatTemplate> template;
  private final boolean thinks;
  private final Map<String, String> marks = new HashMap<>();
  private final List<String> controls;
  private final int start;

  /// A prompt.
  ///
  /// @param thinking whether it ends inside a thought
  record Prompt(int[] tokens, boolean thinking) {}

  /// A text behind its context.
  ///
  /// @param before how many of the tokens are the context's; at least one
  record Scoring(int[] tokens, int before) {}

  Prompts(Metadata metadata, Tokenizer tokenizer) {
    this.file = metadata.file();
    this.tokenizer = tokenizer;
    template = metadata.text(TEMPLATE).map(source -> ChatTemplate.of(file, source));
    thinks = metadata.text(TEMPLATE).filter(source -> source.contains(THOUGHT)).isPresent();
    for (String mark : List.of("bos", "eos", "unk", "pad")) {
      id(metadata, mark).ifPresent(id -> marks.put(mark + "_token", tokenizer.text((int) id)));
    }
    start =
        tokenizer.begin().orElse((int) id(metadata, "bos").orElse(id(metadata, "eos").orElse(0)));
    long[] types = metadata.integers(TYPES).orElse(new long[0]);
    controls =
        IntStream.range(0, Math.min(types.length, tokenizer.size()))
            .filter(id -> types[id] == CONTROL || types[id] == UNKNOWN)
            .mapToObj(tokenizer::text)
            .filter(text -> text.length() > 1)
            .toList();
  }

  private OptionalLong id(Metadata metadata, String mark) {
    var id = metadata.integer("tokenizer.ggml." + mark + "_token_id");
    return id.orElse(-1) >= 0 && id.orElse(-1) < tokenizer.size() ? id : OptionalLong.empty();
  }

  /// Whether replies may begin with thoughts.
  boolean thinks() {
    return thinks;
  }

  /// Messages, and the beginning of the reply.
  Prompt chat(List<Message> messages) {
    char breaker = breaker(texts(messages));
    String rendered = render(messages, breaker);
    return new Prompt(
        begun(encode(rendered, breaker)), thinks && rendered.stripTrailing().endsWith(THOUGHT));
  }

  /// A context and the text whose tokens are to be scored.
  Scoring scoring(Context context, String text) {
    int[] before = begun(context(context, ""));
    int[] joined = begun(context(context, text));
    if (before.length == 0) {
      // the first token needs something to come after
      before = new int[] {start};
      joined = IntStream.concat(IntStream.of(before), IntStream.of(joined)).toArray();
    }
    int same = Arrays.mismatch(before, joined);
    if (same >= 0 && same < before.length) {
      int[] after = tokenizer.encode(text, false);
      joined = IntStream.concat(IntStream.of(before), IntStream.of(after)).toArray();
    }
    return new Scoring(joined, before.length);
  }

  private int[] context(Context context, String text) {
    return switch (context) {
      case Context.Plain(String given) -> tokenizer.encode(given + text, false);
      case Context.Chat(List<Message> messages) -> {
        char breaker = breaker(texts(messages) + text);
        yield encode(render(messages, breaker) + guarded(text, breaker), breaker);
      }
    };
  }

  private String render(List<Message> messages, char breaker) {
    List<Message> guarded =
        messages.stream()
            .map(message -> new Message(message.role(), guarded(message.text(), breaker)))
            .toList();
    return template
        .orElseThrow(() -> Failure.of("model.gguf.untemplated", file))
        .render(guarded, true, marks);
  }

  private String guarded(String text, char breaker) {
    String guarded = text;
    for (String control : controls) {
      int first = Character.charCount(control.codePointAt(0));
      if (guarded.contains(control) && control.length() > first) {
        guarded =
            guarded.replace(
                control, control.substring(0, first) + breaker + control.substring(first));
      }
    }
    return guarded;
  }

  private int[] encode(String rendered, char breaker) {
    if (rendered.indexOf(breaker) < 0) {
      return tokenizer.encode(rendered, true);
    }
    return Arrays.stream(rendered.split(String.valueOf(breaker), -1))
        .flatMapToInt(piece -> IntStream.of(tokenizer.encode(piece, true)))
        .toArray();
  }

  private int[] begun(int[] tokens) {
    int begin = tokenizer.begin().orElse(-1);
    if (begin < 0 || (tokens.length > 0 && tokens[0] == begin)) {
      return tokens;
    }
    return IntStream.concat(IntStream.of(begin), IntStream.of(tokens)).toArray();
  }

  private static String texts(List<Message> messages) {
    return messages.stream().map(Message::text).collect(Collectors.joining());
  }

  /// A character that the texts do not contain; where they contain all private ones, they lose one.
  private static char breaker(String texts) {
    return (char)
        IntStream.range(FIRST_PRIVATE, AFTER_PRIVATE)
            .filter(breaker -> texts.indexOf(breaker) < 0)
            .findFirst()
            .orElse(FIRST_PRIVATE);
  }
}
