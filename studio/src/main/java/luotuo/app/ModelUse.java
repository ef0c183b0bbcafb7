package luotuo.app;

import luotuo.job.Cost;

/// What the calls of one model took since the program began.
///
/// @param currency of the cost's money; empty where the model costs nothing
public record ModelUse(String model, Cost cost, String currency) {}
