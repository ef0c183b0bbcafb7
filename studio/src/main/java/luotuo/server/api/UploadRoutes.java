package luotuo.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import luotuo.app.Sentences;
import luotuo.app.Studio;
import luotuo.app.Uploads;
import luotuo.app.shape.ImportShape;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.persona.ImportRequest;
import luotuo.persona.Imported;
import luotuo.persona.Language;
import luotuo.persona.PersonaImport;
import luotuo.persona.Scope;
import luotuo.persona.Understood;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// Making a persona: files are uploaded, what would be understood is looked at and corrected, and
/// then they are imported.
final class UploadRoutes {
  private static final int NAME = 200;
  private static final long MOST_FILE = Uploads.MOST_FILE;

  private final Studio studio;
  private final Uploads uploads;

  /// Files may be large, and each is read as a whole.
  private final Semaphore reading = new Semaphore(1, true);

  UploadRoutes(Studio studio, Uploads uploads) {
    this.studio = studio;
    this.uploads = uploads;
  }

  void add(Routes routes) {
    routes
        .post("/uploads", this::begin)
        .put("/uploads/{id}/files/{+path}", this::put)
        .delete("/uploads/{id}", this::end)
        .post("/uploads/{id}/preview", this::preview)
        .post("/uploads/{id}/import", this::importFiles);
  }

  /// What happens to a persona of the same name.
  enum Mode {
    CREATE(ImportRequest.Mode.NEW),
    REPLACE(ImportRequest.Mode.REPLACE),
    MERGE(ImportRequest.Mode.MERGE);

    private final ImportRequest.Mode meant;

    Mode(ImportRequest.Mode meant) {
      this.meant = meant;
    }
  }

  private void begin(Exchange exchange) {
    Body.of(exchange);
    exchange.json(201, Map.of("id", uploads.begin()));
  }

  private void put(Exchange exchange) {
    String id = exchange.parameter("id");
    String path = exchange.parameter("path");
    Optional<String> line = exchange.query("line");
    if (line.isPresent()) {
      String words = exchange.text();
      alone(() -> correct(id, path, number(line.get()), words));
    } else {
      receive(exchange, id, path);
    }
    exchange.empty(204);
  }

  private boolean correct(String id, String path, int line, String words) {
    uploads.correct(id, path, line, words);
    return true;
  }

  /// One after another.
  private <T> T alone(Supplier<T> work) {
    try {
      reading.acquire();
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
    try {
      return work.get();
    } finally {
      reading.release();
    }
  }

  private void receive(Exchange exchange, String id, String path) {
    try (InputStream body = exchange.body(MOST_FILE)) {
      uploads.put(id, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String line) {
    try {
      return Integer.parseInt(line);
    } catch (NumberFormatException e) {
      throw Failure.of("server.range", "line", 1, Integer.MAX_VALUE);
    }
  }

  private void end(Exchange exchange) {
    uploads.end(exchange.parameter("id"));
    exchange.empty(204);
  }

  private void preview(Exchange exchange) {
    String id = exchange.parameter("id");
    ImportRequest request =
        request(Body.of(exchange, "name", "format", "language", "scope", "aliases"));
    Understood understood =
        Work.watched(
            exchange,
            () ->
                alone(
                    () -> named(id, () -> PersonaImport.understand(uploads.source(id), request))));
    exchange.json(PreviewShape.of(understood, Sentences.in(exchange.language())));
  }

  private void importFiles(Exchange exchange) {
    String id = exchange.parameter("id");
    Body body = Body.of(exchange, "name", "format", "language", "scope", "aliases", "mode");
    ImportRequest request =
        request(body).withMode(body.choice("mode", Mode.class).orElse(Mode.CREATE).meant);
    String source = uploads.source(id).toString();
    Work.answer(
        exchange,
        "imported",
        telling -> {
          Steps steps = Steps.of(telling, exchange.language());
          Imported imported =
              alone(
                  () -> named(id, () -> studio.workshop().importFrom(source, request, "", steps)));
          uploads.end(id);
          return ImportShape.of(imported, Sentences.in(exchange.language()));
        });
  }

  private <T> T named(String id, Supplier<T> work) {
    try {
      return work.get();
    } catch (Failure e) {
      throw uploads.named(id, e);
    }
  }

  private static ImportRequest request(Body body) {
    return new ImportRequest(
        body.text("name", NAME),
        body.texts("aliases", NAME).orElse(List.of()),
        body.text("format", NAME).filter(format -> !format.isEmpty()),
        body.choice("scope", Scope.class),
        body.choice("language", Language.class),
        ImportRequest.Mode.NEW);
  }
}
