package luotuo.model.record;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// A likelihood as its file has it.
///
/// @param request the canonical JSON whose hash is the file's name
/// @param tokens where the model answered
/// @param failure where it did not
record ScoreShape(
    Map<String, Object> request,
    CallShape.@Nullable Tokens tokens,
    @Nullable Problem failure,
    long millis) {
  ScoreShape {
    requireNonNull(request);
  }
}
