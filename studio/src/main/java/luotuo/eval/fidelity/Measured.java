package luotuo.eval.fidelity;

/// What is measured of a voice.
public enum Measured {
  /// A classifier of the cast's lines takes a reply that a model wrote for the persona's.
  ATTRIBUTED(Axis.TONE, Unit.SHARE),
  /// How often that classifier is right on held-out lines, in the mean of the cast.
  CLASSIFIER(Axis.TONE, Unit.SHARE),
  /// How unlikely the persona's held-out lines are after what was said, a token.
  NATS_BARE(Axis.TONE, Unit.NATS),
  /// The same with scenes before it that came to mind.
  NATS_RECALLED(Axis.TONE, Unit.NATS),
  /// What these scenes save, in pairs.
  NATS_SAVED(Axis.TONE, Unit.NATS),
  /// The reply as it was seen has the form of a reply.
  IN_FORM(Axis.TONE, Unit.SHARE),
  /// Something of what the model wrote was held back.
  HELD_BACK(Axis.TONE, Unit.SHARE),
  /// Own lines took over from the model.
  OWN_LINES(Axis.TONE, Unit.SHARE),
  /// The reply was given before, in the same words, to another question.
  REPEATED(Axis.TONE, Unit.SHARE),
  JUDGED_TONE(Axis.TONE, Unit.SCALE),

  /// The true next line among ten is found by likelihood.
  NEXT_BY_LIKELIHOOD(Axis.PERSONALITY, Unit.SHARE),
  /// The same by nearness in meaning to what was said.
  NEXT_BY_MEANING(Axis.PERSONALITY, Unit.SHARE),
  /// The same by both together.
  NEXT_BY_BOTH(Axis.PERSONALITY, Unit.SHARE),
  JUDGED_PERSONALITY(Axis.PERSONALITY, Unit.SCALE),

  /// How near the reply is in meaning to what was truly said.
  NEAR(Axis.PLOT, Unit.SHARE),
  /// The reply shows what it rests on.
  EVIDENCED(Axis.PLOT, Unit.SHARE),
  /// How near a reply is in meaning to what it rests on.
  SUPPORTED(Axis.PLOT, Unit.SHARE),
  /// A question that belongs to others got an answer.
  FOREIGN(Axis.PLOT, Unit.SHARE),
  JUDGED_PLOT(Axis.PLOT, Unit.SCALE),
  /// The judge gave no score that can be read.
  UNREADABLE(Axis.PLOT, Unit.SHARE);

  private final Axis axis;
  private final Unit unit;

  Measured(Axis axis, Unit unit) {
    this.axis = axis;
    this.unit = unit;
  }

  public Axis axis() {
    return axis;
  }

  public Unit unit() {
    return unit;
  }

  /// What a measure is about.
  public enum Axis {
    TONE,
    PERSONALITY,
    PLOT
  }

  /// What its numbers are.
  public enum Unit {
    /// 0 … 1.
    SHARE,
    /// Natural logarithms of probabilities, with the sign turned.
    NATS,
    /// A judge's, 1 … 5.
    SCALE
  }
}
