package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Problem;

/// Keeps count of what became of every line.
final class Account {
  private final List<Report> reports = new ArrayList<>();
  private long blank;
  private long kept;

  void blank() {
    blank++;
  }

  void kept(int lines) {
    kept += lines;
  }

  void report(Source source, Problem problem, String text) {
    reports.add(new Report(source, problem, text));
  }

  List<Report> reports() {
    return reports;
  }

  LineCount lines() {
    return new LineCount(blank + kept + reports.size(), blank, kept, reports.size());
  }
}
