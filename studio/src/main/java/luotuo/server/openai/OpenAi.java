package luotuo.server.openai;

import luotuo.app.Studio;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;

/// What is answered under `/v1`.
public final class OpenAi {
  private OpenAi() {}

  public static Routes routes(Studio studio, Serving serving, Metrics metrics) {
    Ids ids = new Ids(studio, serving.speaking());
    Models models = new Models(ids);
    return new Routes("/v1", new OpenAiErrors())
        .get("/models", models::list)
        .get("/models/{id}", models::show)
        .post("/chat/completions", new ChatCompletions(studio, ids, serving, metrics))
        .post("/embeddings", new Embeddings(studio));
  }
}
