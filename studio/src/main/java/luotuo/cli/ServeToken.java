package luotuo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.store.FileFailure;
import org.jspecify.annotations.Nullable;

/// The secret that clients of the server bring along.
final class ServeToken {
  private static final String VARIABLE = "LUOTUO_SERVER_TOKEN";
  private static final int LEAST = 8;
  private static final int BYTES = 24;

  private final Session session;

  ServeToken(Session session) {
    this.session = session;
  }

  /// The user's own, or where one is needed and there is none a new one.
  ///
  /// @throws Failure `server.token.form` if it is short or would not stand in a header
  Optional<String> find(@Nullable String file, boolean needed) {
    String variable = session.settings().environment().get(VARIABLE);
    if (file != null) {
      return Optional.of(checked(read(session.settings().here().resolve(file)), file));
    }
    if (variable != null && !variable.isBlank()) {
      return Optional.of(checked(variable.strip(), VARIABLE));
    }
    return needed ? Optional.of(drawn()) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static String checked(String token, String place) {
    if (token.length() < LEAST || !token.matches("[A-Za-z0-9._~+/=-]+")) {
      throw Failure.of("server.token.form", place, LEAST);
    }
    return token;
  }

  private static String drawn() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
