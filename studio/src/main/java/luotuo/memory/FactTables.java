package luotuo.memory;

import java.util.List;
import luotuo.store.Migration;

/// The tables of facts, step by step.
final class FactTables {
  static final String ROOM = "memory";

  static final List<Migration> STEPS =
      List.of(
          new Migration(
              "001-facts",
              """
              CREATE TABLE facts (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                persona TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL,
                text TEXT NOT NULL, asked TEXT NOT NULL,
                conversation TEXT NOT NULL, turn INTEGER NOT NULL, number INTEGER NOT NULL,
                importance REAL NOT NULL, at INTEGER NOT NULL, recalled INTEGER NOT NULL,
                replaced_by INTEGER NOT NULL DEFAULT 0, forgotten INTEGER NOT NULL DEFAULT 0,
                embedder TEXT NOT NULL, vector BLOB NOT NULL);
              CREATE INDEX facts_of ON facts (persona, person);
              CREATE TABLE fact_changes (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                fact INTEGER NOT NULL REFERENCES facts (id), at INTEGER NOT NULL,
                what TEXT NOT NULL, text TEXT NOT NULL, other INTEGER NOT NULL);
              CREATE INDEX fact_changes_of ON fact_changes (fact);
              CREATE TABLE fact_grounds (
                fact INTEGER NOT NULL REFERENCES facts (id),
                ground INTEGER NOT NULL REFERENCES facts (id),
                PRIMARY KEY (fact, ground)) WITHOUT ROWID;
              CREATE TABLE heard (turn INTEGER PRIMARY KEY);
              """),
          new Migration(
              "002-groups",
              """
              ALTER TABLE facts ADD COLUMN talk INTEGER NOT NULL DEFAULT 0;
              CREATE TABLE heard_lines (
                persona TEXT NOT NULL, talk INTEGER NOT NULL, number INTEGER NOT NULL,
                PRIMARY KEY (persona, talk, number)) WITHOUT ROWID;
              """));

  private FactTables() {}
}
