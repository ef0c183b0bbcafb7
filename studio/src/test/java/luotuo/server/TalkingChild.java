package luotuo.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luotuo.app.HashedModels;
import luotuo.app.Settings;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.job.Progress;
import luotuo.persona.Persona;
import luotuo.server.http.ErrorForm;
import luotuo.server.http.Exchange;
import luotuo.server.http.HttpServer;
import luotuo.server.http.HttpSettings;
import luotuo.server.http.Routes;
import luotuo.store.Workspace;

/// Serves talks that are stored, prints its port, and goes on until it is killed.
final class TalkingChild {
  private TalkingChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    Settings settings = new Settings(new Workspace(folder.resolve("home")), folder, folder, "en");
    Studio studio = new Studio(settings, Progress.SILENT, new HashedModels());
    Persona persona = studio.persona(Served.PERSONA);
    Routes routes =
        new Routes("/say", ErrorForm.PLAIN).post("/{words}", e -> say(studio, persona, e));
    HttpServer server =
        HttpServer.start(
            HttpSettings.local("en"),
            List.of(routes),
            (_, _, _, _) -> {},
            Throwable::printStackTrace);
    System.out.println(server.port());
    Thread.currentThread().join();
  }

  private static void say(Studio studio, Persona persona, Exchange exchange) {
    Reply reply =
        studio
            .talk(persona, true, Speaking.DEFAULT.withModel("scripted"))
            .say(Voice.Question.of("你养过什么动物？" + exchange.parameter("words")));
    exchange.json(Map.of("conversation", reply.conversation(), "text", reply.text()));
  }
}
