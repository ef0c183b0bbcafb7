package luotuo.chat;

import luotuo.model.Sampling;
import luotuo.prompt.Preset;
import luotuo.prompt.Shares;
import luotuo.prompt.Templates;

/// How a language model is had to speak for a persona.
///
/// @param sampling its maximum is kept free in the model's context
/// @param room tokens that a prompt may have
/// @param scenes how many recalled scenes are shown at the most
/// @param cites whether the model is asked to name the scenes that its words rest on
/// @param free whether a persona of facts may say what nothing in its memory supports
public record Delivery(
    Sampling sampling,
    int room,
    int scenes,
    Shares shares,
    Templates templates,
    boolean cites,
    boolean free) {

  /// As a preset has it, within so many tokens of context.
  public static Delivery of(Preset preset, int room, Templates templates) {
    return new Delivery(
        preset.sampling(), room, preset.scenes(), preset.shares(), templates, false, false);
  }

  public Delivery withSampling(Sampling to) {
    return new Delivery(to, room, scenes, shares, templates, cites, free);
  }

  public Delivery withFree(boolean to) {
    return new Delivery(sampling, room, scenes, shares, templates, cites, to);
  }

  public Delivery withCites(boolean to) {
    return new Delivery(sampling, room, scenes, shares, templates, to, free);
  }
}
