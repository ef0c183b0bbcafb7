package luotuo.chat;

import java.nio.file.Path;
import luotuo.store.Database;

/// Says one thing after the other, and prints the number of each when it is stored.
final class ConversationChild {
  private ConversationChild() {}

  public static void main(String[] arguments) {
    Conversations conversations = new Conversations(Database.open(Path.of(arguments[0])));
    String id = arguments[1];
    for (int next = Integer.parseInt(arguments[2]); ; next++) {
      int number = conversations.append(id, ConversationReplies.numbered(next), "").number();
      System.out.print(number + ".\n");
      System.out.flush();
    }
  }
}
