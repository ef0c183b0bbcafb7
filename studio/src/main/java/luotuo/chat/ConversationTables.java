package luotuo.chat;

import java.util.List;
import luotuo.store.Migration;

/// The tables of conversations, step by step.
final class ConversationTables {
  static final String ROOM = "chat";

  static final List<Migration> STEPS =
      List.of(
          new Migration(
              "001-conversations",
              """
              CREATE TABLE conversations (
                id TEXT PRIMARY KEY, persona TEXT NOT NULL, created INTEGER NOT NULL);
              CREATE TABLE turns (
                conversation TEXT NOT NULL REFERENCES conversations (id),
                number INTEGER NOT NULL,
                asker TEXT NOT NULL, question TEXT NOT NULL, reply TEXT NOT NULL,
                out_of_scope INTEGER NOT NULL, voice TEXT NOT NULL, why TEXT NOT NULL,
                millis INTEGER NOT NULL, evidence TEXT NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (conversation, number)) WITHOUT ROWID;
              CREATE INDEX conversations_of ON conversations (persona, created);
              """),
          new Migration(
              "002-usage",
              """
              ALTER TABLE turns ADD COLUMN prompt_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN cached_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN reply_tokens INTEGER NOT NULL DEFAULT 0;
              ALTER TABLE turns ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
              """),
          new Migration(
              "003-branches",
              """
              ALTER TABLE turns RENAME TO straight_turns;
              CREATE TABLE turns (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
                parent INTEGER NOT NULL,
                number INTEGER NOT NULL,
                asker TEXT NOT NULL, question TEXT NOT NULL, reply TEXT NOT NULL,
                out_of_scope INTEGER NOT NULL, voice TEXT NOT NULL, why TEXT NOT NULL,
                millis INTEGER NOT NULL, evidence TEXT NOT NULL, at INTEGER NOT NULL,
                prompt_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL,
                reply_tokens INTEGER NOT NULL, counted INTEGER NOT NULL);
              INSERT INTO turns (
                  conversation, parent, number, asker, question, reply, out_of_scope, voice, why,
                  millis, evidence, at, prompt_tokens, cached_tokens, reply_tokens, counted)
                SELECT conversation, 0, number, asker, question, reply, out_of_scope, voice, why,
                  millis, evidence, at, prompt_tokens, cached_tokens, reply_tokens, counted
                FROM straight_turns ORDER BY conversation, number;
              DROP TABLE straight_turns;
              CREATE INDEX turns_of ON turns (conversation, parent);
              UPDATE turns SET parent = id - 1 WHERE number > 1;
              ALTER TABLE conversations ADD COLUMN head INTEGER NOT NULL DEFAULT 0;
              UPDATE conversations SET head = coalesce(
                (SELECT max(id) FROM turns WHERE conversation = conversations.id), 0);
              """),
          new Migration(
              "004-summaries",
              """
              CREATE TABLE summaries (
                turn INTEGER PRIMARY KEY REFERENCES turns (id) ON DELETE CASCADE,
                text TEXT NOT NULL);
              """),
          new Migration(
              "005-model",
              """
              ALTER TABLE conversations ADD COLUMN model TEXT NOT NULL DEFAULT '';
              """),
          // Older turns of which this holds are known to memory as heard.
          new Migration(
              "006-off-record",
              """
              ALTER TABLE turns ADD COLUMN off_record INTEGER NOT NULL DEFAULT 0;
              """));

  private ConversationTables() {}
}
