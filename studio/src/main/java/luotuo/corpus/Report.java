package luotuo.corpus;

import luotuo.job.Problem;

/// A line that became no turn, and why.
public record Report(Source source, Problem problem, String text) {}
