package luotuo.server.openai;

import luotuo.app.Studio;
import luotuo.server.http.Routes;

/// What is answered under `/v1`.
public final class OpenAi {
  private OpenAi() {}

  public static Routes routes(Studio studio, Serving serving) {
    Ids ids = new Ids(studio, serving.speaking());
    Models models = new Models(ids);
    return new Routes("/v1", new OpenAiErrors())
        .get("/models", models::list)
        .get("/models/{id}", models::show)
        .post("/chat/completions", new ChatCompletions(studio, ids, serving))
        .post("/embeddings", new Embeddings(studio));
  }
}
