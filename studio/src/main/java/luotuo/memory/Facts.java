package luotuo.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.store.Database;
import luotuo.store.Statements;

/// The facts in the database, each with the history of its changes. Nothing is ever taken out: what
/// was replaced or forgotten is marked so.
public final class Facts {
  private final Database database;

  public Facts(Database database) {
    this.database = database;
    database.migrate(FactTables.ROOM, FactTables.STEPS);
  }

  /// What may be recalled of a person, in the order in which it was said.
  public List<Fact> of(Whose whose) {
    return database.query(
        FactRows.SELECT + " WHERE persona = ? AND person = ? AND forgotten = 0 ORDER BY at, id",
        FactRows::read,
        whose.persona(),
        whose.person());
  }

  /// Everything, also what was forgotten.
  ///
  /// @param persona empty for all
  public List<Fact> all(String persona) {
    return database.query(
        FactRows.SELECT + " WHERE ?1 = '' OR persona = ?1 ORDER BY persona, person, at, id",
        FactRows::read,
        persona);
  }

  /// The same with their vectors.
  List<Vectored> vectored(Whose whose) {
    return database.query(
        FactRows.SELECT + " WHERE persona = ? AND person = ? AND forgotten = 0 ORDER BY at, id",
        FactRows::vectored,
        whose.persona(),
        whose.person());
  }

  /// @throws Failure `memory.unknown`
  public Fact fact(long id) {
    return database
        .first(FactRows.SELECT + " WHERE id = ?", FactRows::read, id)
        .orElseThrow(() -> Failure.of("memory.unknown", id));
  }

  /// What happened to a fact, oldest first.
  public List<FactChange> history(long id) {
    return database.query(
        "SELECT at, what, text, other FROM fact_changes WHERE fact = ? ORDER BY id",
        FactRows::change,
        id);
  }

  /// The facts that a conclusion rests on.
  public List<Fact> grounds(long id) {
    return database.query(
        FactRows.SELECT
            + " WHERE id IN (SELECT ground FROM fact_grounds WHERE fact = ?) ORDER BY at, id",
        FactRows::read,
        id);
  }

  /// Those of some turns that nothing was learned from yet.
  public Set<Long> unheard(Collection<Long> turns) {
    Set<Long> unheard = new HashSet<>(turns);
    database.query("SELECT turn FROM heard", row -> row.integer(1)).forEach(unheard::remove);
    return unheard;
  }

  /// The lines of a talk among several that a persona has learned from.
  public Set<Integer> heard(String persona, long group) {
    return Set.copyOf(
        database.query(
            "SELECT number FROM heard_lines WHERE persona = ? AND talk = ?",
            row -> (int) row.integer(1),
            persona,
            group));
  }

  boolean heard(String persona, Fact.Origin origin) {
    return origin.isInGroup()
        ? heard(persona, origin.group()).contains(origin.number())
        : database
            .first("SELECT 1 FROM heard WHERE turn = ?", row -> true, origin.turn())
            .isPresent();
  }

  /// Writes what a persona learned from a turn or a line, and that it was heard: all of it or
  /// nothing.
  void hear(String persona, Fact.Origin origin, List<Lesson> lessons) {
    database.transaction(
        in -> {
          if (HeardRows.add(in, persona, origin)) {
            lessons.forEach(lesson -> write(in, lesson));
          }
          return true;
        });
  }

  /// Writes what was concluded, with links to what it rests on.
  void conclude(Vectored conclusion, List<Long> grounds) {
    database.transaction(
        in -> {
          long id = FactRows.insert(in, conclusion);
          grounds.forEach(g -> in.update("INSERT INTO fact_grounds VALUES (?, ?)", id, g));
          return id;
        });
  }

  private static void write(Statements in, Lesson lesson) {
    switch (lesson) {
      case Lesson.Again again -> {
        Fact told = again.fact();
        in.update(
            "UPDATE facts SET recalled = ? WHERE id = ?", again.at().toEpochMilli(), told.id());
        FactRows.log(in, told.id(), again.at(), FactChange.What.TOLD_AGAIN, again.text(), 0);
      }
      case Lesson.New fresh -> {
        long id = FactRows.insert(in, fresh.vectored());
        for (Fact old : fresh.replaced()) {
          in.update("UPDATE facts SET replaced_by = ? WHERE id = ?", id, old.id());
          Instant at = fresh.vectored().fact().at();
          FactRows.log(in, old.id(), at, FactChange.What.REPLACED, old.text(), id);
        }
      }
    }
  }

  /// Puts other words in the place of a fact's; the earlier ones stay in its history.
  ///
  /// @throws Failure `memory.unknown`
  void edit(Vectored edited, Instant at) {
    database.transaction(
        in -> {
          long id = edited.fact().id();
          in.update(
              "UPDATE facts SET text = ?, embedder = ?, vector = ? WHERE id = ?",
              edited.fact().text(),
              edited.embedder(),
              FactRows.bytes(edited.vector()),
              id);
          FactRows.log(in, id, at, FactChange.What.EDITED, edited.fact().text(), 0);
          return true;
        });
  }

  /// Never recalled again. What it had replaced does not hold again by that.
  ///
  /// @throws Failure `memory.unknown`
  public Fact forget(long id, Instant at) {
    Fact fact = fact(id);
    return database.transaction(
        in -> {
          in.update("UPDATE facts SET forgotten = 1 WHERE id = ?", id);
          FactRows.log(in, id, at, FactChange.What.FORGOTTEN, fact.text(), 0);
          return in.first(FactRows.SELECT + " WHERE id = ?", FactRows::read, id).orElseThrow();
        });
  }

  /// Notes that facts came to mind.
  void recalled(List<Long> ids, Instant at) {
    database.transaction(
        in -> {
          ids.forEach(
              id -> in.update("UPDATE facts SET recalled = ? WHERE id = ?", at.toEpochMilli(), id));
          return true;
        });
  }

  /// Writes vectors anew, where another embedder made them.
  void revector(List<Vectored> facts) {
    database.transaction(
        in -> {
          facts.forEach(
              f ->
                  in.update(
                      "UPDATE facts SET embedder = ?, vector = ? WHERE id = ?",
                      f.embedder(),
                      FactRows.bytes(f.vector()),
                      f.fact().id()));
          return true;
        });
  }
}
