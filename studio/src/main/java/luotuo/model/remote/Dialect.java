package luotuo.model.remote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// How a server departs from the protocol, as far as its complaints have told.
///
/// @param versioned whether `/v1` belongs behind the address
/// @param usage whether it can be asked to count while it streams
/// @param completionTokens whether the maximum is called `max_completion_tokens`
/// @param dropped settings that it does not take
record Dialect(boolean versioned, boolean usage, boolean completionTokens, Set<String> dropped) {
  static final Dialect PLAIN = new Dialect(false, true, false, Set.of());

  /// Settings that OpenAI's protocol does not have and many servers do.
  static final List<String> EXTRA =
      List.of("top_k", "min_p", "repeat_penalty", "repetition_penalty");

  private static final List<String> OWN =
      List.of("temperature", "top_p", "seed", "stop", "frequency_penalty", "presence_penalty");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?i)support|unknown|unrecogni[sz]ed|not permitted|extra |unexpected|invalid field");
  private static final Pattern VERSION = Pattern.compile(".*/v\\d+[a-z\\d]*(/.*)?");

  Dialect {
    dropped = Set.copyOf(dropped);
  }

  /// Whether an address may be meant without its version.
  static boolean unversioned(URI base) {
    return !VERSION.matcher(String.valueOf(base.getPath())).matches();
  }

  URI at(URI base, String path) {
    return URI.create(base + (versioned ? "/v1/" : "/") + path);
  }

  Dialect withVersion() {
    return new Dialect(true, usage, completionTokens, dropped);
  }

  /// @param sent what the server complains about
  /// @return the way to say it that may be taken; empty where the complaint is about something else
  Optional<Dialect> after(Complaint complaint, Map<String, ?> sent) {
    boolean unknown = UNKNOWN.matcher(complaint.message()).find();
    if (!completionTokens && complaint.names("max_completion_tokens")) {
      return Optional.of(new Dialect(versioned, usage, true, dropped));
    }
    for (String extra : EXTRA) {
      if (sent.containsKey(extra) && complaint.names(extra)) {
        return Optional.of(without(extra));
      }
    }
    for (String own : OWN) {
      if (unknown && sent.containsKey(own) && complaint.names(own)) {
        return Optional.of(without(own));
      }
    }
    boolean streaming = complaint.names("stream_options") || complaint.names("include_usage");
    return usage && (streaming || unknown)
        ? Optional.of(new Dialect(versioned, false, completionTokens, dropped))
        : Optional.empty();
  }

  private Dialect without(String setting) {
    Set<String> more = new TreeSet<>(dropped);
    more.add(setting);
    return new Dialect(versioned, usage, completionTokens, more);
  }
}
