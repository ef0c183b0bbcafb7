package luotuo.model.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.LikelihoodModel;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.ScoredToken;
import luotuo.model.TokenCounter;
import luotuo.model.gguf.Prompts.Prompt;
import luotuo.model.gguf.Prompts.Scoring;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.kernel.Kernels;
import luotuo.model.gguf.token.Tokenizer;
import luotuo.model.gguf.token.Tokenizers;

/// A model in a GGUF file, run in this process on weights that stay mapped.
///
/// Calls are served one after another, in the order in which they came. The keys and values of a
/// few conversations are kept, so that a prompt that begins like one of them costs only what is
/// new.
public final class GgufModel implements ChatModel, LikelihoodModel {
  private final String name;
  private final GgufFile file;
  private final Kernels kernels;
  private final Tokenizer tokenizer;
  private final Prompts prompts;
  private final Architecture shape;
  private final Decoder decoder;
  private final int context;
  private final Caches caches;
  private final Candidates candidates;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile boolean closed;
  private boolean released;

  /// Of several positions; only there once something was scored.
  private float[] logits = new float[0];

  private GgufModel(GgufFile file, Kernels kernels, GgufOptions options) {
    this.file = file;
    this.kernels = kernels;
    var metadata = file.metadata();
    name = metadata.file();
    shape = Architecture.of(metadata);
    var share = Memory.here().share(metadata.file(), file.size(), shape, options);
    context = share.context();
    tokenizer = Tokenizers.of(metadata);
    prompts = new Prompts(metadata, tokenizer);
    Weights weights = new Weights(file, kernels);
    decoder = new Decoder(metadata, shape, weights, kernels, context);
    weights.refuseOthers();
    caches = new Caches(shape, context, options.caches(), share.pages());
    candidates = new Candidates(shape.vocabulary());
  }

  /// Whether models compute on the processor's wide vectors here; without, they are some ten times
  /// as slow.
  public static boolean hasVectors() {
    return Kernels.hasVectors();
  }

  /// Opens a file; the model has its name.
  ///
  /// @throws Failure of one sentence if the file is not sound, is of an architecture or holds what
  ///   is not known here, or is too large for this machine
  public static GgufModel open(Path path, GgufOptions options) {
    GgufFile file = GgufFile.open(path);
    Kernels kernels = null;
    try {
      kernels = Kernels.start(options.threads());
      return new GgufModel(file, kernels, options);
    } catch (RuntimeException | Error e) {
      if (kernels != null) {
        kernels.close();
      }
      file.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int context() {
    return context;
  }

  @Override
  public TokenCounter tokens() {
    return text -> tokenizer.encode(text, false).length;
  }

  @Override
  public int count(List<Message> messages) {
    return prompts.chat(messages).tokens().length;
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    Prompt prompt = prompts.chat(request.messages());
    var sampling = request.sampling();
    var speech = new Speech(sampling.stops(), prompts.thinks(), prompt.thinking(), pieces);
    return inTurn(
        () ->
            complete(
                prompt.tokens(),
                Sampler.of(sampling),
                sampling.maximum(),
                new Reply(tokenizer, speech)));
  }

  private Completion complete(int[] prompt, Sampler sampler, int maximum, Reply reply) {
    refuseTooLong(prompt.length + 1);
    Conversation conversation = caches.beginning(prompt);
    int cached = conversation.length();
    read(conversation, prompt);
    int[] next = new int[1];
    while (true) {
      float[] logits = decoder.logits();
      candidates.fill(logits);
      next[0] = sampler.choose(candidates);
      if (tokenizer.isEnd(next[0])) {
        return reply.end(Finish.STOP, prompt.length, cached);
      }
      reply.add(next[0], Likelihood.of(name, logits, 0, logits.length, next[0]));
      if (reply.stopped()) {
        return reply.end(Finish.STOP, prompt.length, cached);
      }
      if (reply.count() == maximum || conversation.length() + 1 == context) {
        return reply.end(Finish.LENGTH, prompt.length, cached);
      }
      check();
      caches.reserve(conversation, conversation.length() + 1);
      decoder.forward(conversation, next, 0, 1, 1);
    }
  }

  /// Computes what the conversation does not know of a prompt.
  private void read(Conversation conversation, int[] prompt) {
    caches.reserve(conversation, prompt.length);
    while (conversation.length() < prompt.length) {
      check();
      int from = conversation.length();
      int count = Math.min(Decoder.BATCH, prompt.length - from);
      decoder.forward(conversation, prompt, from, count, from + count == prompt.length ? 1 : 0);
    }
  }

  @Override
  public List<ScoredToken> score(Context context, String text) {
    Scoring scoring = prompts.scoring(context, text);
    if (text.isEmpty()) {
      return List.of();
    }
    return inTurn(() -> score(scoring, text));
  }

  private List<ScoredToken> score(Scoring scoring, String text) {
    int[] tokens = scoring.tokens();
    refuseTooLong(tokens.length);
    int first = scoring.before();
    double[] found = new double[tokens.length];
    Conversation conversation = caches.beginning(Arrays.copyOf(tokens, first));
    caches.reserve(conversation, tokens.length);
    while (conversation.length() < tokens.length - 1) {
      check();
      int from = conversation.length();
      int count = Math.min(Decoder.BATCH, tokens.length - 1 - from);
      int keep = Math.clamp(from + count - first + 1, 0, count);
      decoder.forward(conversation, tokens, from, count, keep);
      likelihoods(tokens, from + count - keep, keep, found);
    }
    return scored(tokens, first, text, found);
  }

  /// Fills in how likely the tokens behind these positions are.
  private void likelihoods(int[] tokens, int position, int count, double[] found) {
    int size = shape.vocabulary();
    if (logits.length == 0 && count > 0) {
      logits = new float[Decoder.LOGITS * size];
    }
    for (int done = 0; done < count; done += Decoder.LOGITS) {
      int from = done;
      int some = Math.min(Decoder.LOGITS, count - from);
      decoder.logits(from, some, logits);
      kernels.parallel(
          some,
          i -> {
            int next = position + from + i + 1;
            found[next] = Likelihood.of(name, logits, i * size, size, tokens[next]);
          });
    }
  }

  private List<ScoredToken> scored(int[] tokens, int first, String text, double[] found) {
    List<ScoredToken> scored = new ArrayList<>();
    for (int i = first; i < tokens.length; i++) {
      scored.add(Scored.token(tokenizer.bytes(tokens[i]), found[i]));
    }
    // some tokenizers put a space before the first word of a text
    String start = scored.getFirst().text();
    if (start.startsWith(" ") && !text.startsWith(" ")) {
      scored.set(0, new ScoredToken(start.substring(1), found[first]));
    }
    return scored;
  }

  @Override
  public void close() {
    closed = true;
    turn.lock();
    try {
      if (!released) {
        released = true;
        caches.clear();
        kernels.close();
        file.close();
      }
    } finally {
      turn.unlock();
    }
  }

  private void refuseTooLong(int tokens) {
    if (tokens > context) {
      throw Failure.of("model.context", name, tokens, context);
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException(name + " is asked while it tells a piece");
    }
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
    try {
      check();
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  private void check() {
    Cancelled.check();
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
  }
}
