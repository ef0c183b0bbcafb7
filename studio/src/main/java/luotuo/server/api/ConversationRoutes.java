package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import luotuo.app.ModelChoice;
import luotuo.app.Sentences;
import luotuo.app.Studio;
import luotuo.app.shape.PromptShape;
import luotuo.chat.ConversationExport;
import luotuo.chat.ConversationFilter;
import luotuo.chat.ConversationSummary;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.job.Failure;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.store.FolderName;

/// Conversations as they are kept: begun, listed, gone about in, taken along, removed.
final class ConversationRoutes {
  private static final int NAME = 200;
  private static final int MODEL = 2000;

  private final Studio studio;
  private final Prompts prompts;

  ConversationRoutes(Studio studio, Prompts prompts) {
    this.studio = studio;
    this.prompts = prompts;
  }

  void add(Routes routes) {
    routes
        .post("/conversations", this::begin)
        .get("/conversations", this::list)
        .get("/conversations/{id}", exchange -> show(exchange, 200, id(exchange)))
        .delete("/conversations/{id}", this::remove)
        .post("/conversations/{id}/undo", this::undo)
        .post("/conversations/{id}/head", this::head)
        .get("/conversations/{id}/branches", this::branches)
        .get("/conversations/{id}/export", this::export)
        .get("/conversations/{id}/turns/{turn}/prompt", this::prompt);
  }

  private void begin(Exchange exchange) {
    Body body = Body.of(exchange, "persona", "model");
    String persona = studio.persona(body.need("persona", NAME)).name();
    String model = body.text("model", MODEL).map(String::strip).orElse("");
    Optional<String> chosen = new ModelChoice(studio.settings()).speaking(List.of(model));
    show(exchange, 201, studio.conversations().start(persona, chosen.orElse("")));
  }

  private void list(Exchange exchange) {
    Paging paging = Paging.of(exchange);
    var filter =
        new ConversationFilter(
            exchange.query("persona").orElse(""), exchange.query("query").orElse("").strip());
    Conversations conversations = studio.conversations();
    List<ConversationShape.Item> items =
        conversations.list(filter, paging.limit(), paging.offset()).stream()
            .map(ConversationShape.Item::of)
            .toList();
    exchange.json(
        new Paging.Part<>(items, paging.offset(), paging.limit(), conversations.count(filter)));
  }

  private void show(Exchange exchange, int status, String id) {
    exchange.json(status, ConversationShape.of(studio.conversations(), id));
  }

  private void remove(Exchange exchange) {
    studio.conversations().remove(id(exchange));
    exchange.empty(204);
  }

  private void undo(Exchange exchange) {
    Body.of(exchange);
    studio.conversations().goBack(id(exchange));
    show(exchange, 200, id(exchange));
  }

  private void head(Exchange exchange) {
    Body body = Body.of(exchange, "turn");
    long turn =
        body.whole("turn", 1, Long.MAX_VALUE)
            .orElseThrow(() -> Failure.of("server.required", "turn"));
    studio.conversations().goThrough(id(exchange), turn);
    show(exchange, 200, id(exchange));
  }

  private void branches(Exchange exchange) {
    exchange.json(
        Paging.of(exchange)
            .of(studio.conversations().branches(id(exchange)), ConversationShape.End::of));
  }

  private void export(Exchange exchange) {
    ConversationSummary conversation = studio.conversations().summary(id(exchange));
    List<ConversationTurn> turns = studio.conversations().turns(id(exchange));
    String nobody = Sentences.in(exchange.language()).of("export.you");
    Downloads.talk(
        exchange,
        FolderName.of(conversation.persona()) + "-" + conversation.id(),
        () -> ConversationExport.markdown(conversation, turns, nobody),
        () -> ConversationExport.jsonLines(conversation, turns));
  }

  private void prompt(Exchange exchange) {
    long turn = turn(exchange);
    studio.conversations().turns(id(exchange), turn);
    exchange.json(
        prompts.of(turn).map(PromptShape::of).orElseThrow(() -> Failure.of("prompt.none", turn)));
  }

  private static long turn(Exchange exchange) {
    String turn = exchange.parameter("turn");
    try {
      return Long.parseLong(turn);
    } catch (NumberFormatException e) {
      throw Failure.of("turn.unknown", turn, id(exchange));
    }
  }

  private static String id(Exchange exchange) {
    return exchange.parameter("id");
  }
}
