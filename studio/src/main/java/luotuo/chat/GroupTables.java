package luotuo.chat;

import java.util.List;
import luotuo.store.Migration;

/// The tables of talks among several, step by step.
final class GroupTables {
  static final String ROOM = "groups";

  static final List<Migration> STEPS =
      List.of(
          new Migration(
              "001-groups",
              """
              CREATE TABLE group_talks (
                id INTEGER PRIMARY KEY, members TEXT NOT NULL, created INTEGER NOT NULL);
              CREATE TABLE group_lines (
                talk INTEGER NOT NULL REFERENCES group_talks (id), number INTEGER NOT NULL,
                speaker TEXT NOT NULL, text TEXT NOT NULL, heard TEXT NOT NULL,
                evidence TEXT NOT NULL, voice TEXT NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (talk, number)) WITHOUT ROWID;
              """),
          new Migration(
              "002-topic", "ALTER TABLE group_talks ADD COLUMN topic TEXT NOT NULL DEFAULT ''"),
          // A memory names the talk that it is from, so that no id may ever be given again.
          // Of older lines nobody knows whether they may be learned from: none of them is.
          new Migration(
              "003-memory",
              """
              ALTER TABLE group_lines RENAME TO older_lines;
              ALTER TABLE group_talks RENAME TO older_talks;
              CREATE TABLE group_talks (
                id INTEGER PRIMARY KEY AUTOINCREMENT, members TEXT NOT NULL,
                created INTEGER NOT NULL, topic TEXT NOT NULL);
              CREATE TABLE group_lines (
                talk INTEGER NOT NULL REFERENCES group_talks (id), number INTEGER NOT NULL,
                speaker TEXT NOT NULL, text TEXT NOT NULL, heard TEXT NOT NULL,
                evidence TEXT NOT NULL, voice TEXT NOT NULL, at INTEGER NOT NULL,
                off_record INTEGER NOT NULL,
                PRIMARY KEY (talk, number)) WITHOUT ROWID;
              INSERT INTO group_talks (id, members, created, topic)
                SELECT id, members, created, topic FROM older_talks;
              INSERT INTO group_lines
                SELECT talk, number, speaker, text, heard, evidence, voice, at, voice = ''
                FROM older_lines;
              DROP TABLE older_lines;
              DROP TABLE older_talks;
              """));

  private GroupTables() {}
}
