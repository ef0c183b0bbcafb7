package luotuo.persona;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import luotuo.corpus.Scene;

/// Someone to talk to.
///
/// @param name unique within a place; also the name of the folder, made safe
/// @param aliases other names under which the persona speaks in its scenes
/// @param profile who this is, in a few sentences; may be empty
/// @param instructions to a language model that plays the persona; may be empty
/// @param greeting the first words of a conversation; may be empty
/// @param questions that a newcomer may ask and the scenes answer
/// @param outOfScope what the persona says where its memory supports no answer; may be empty
/// @param evasions by mood, what a character of fiction says instead of an answer
/// @param smallTalk by intent (`hello`, `who` …), what the persona says to it
/// @param wordings other ways of asking what the scenes answer, and what they do not answer
/// @param declineBelow the score under which an answer is declined, where it was calibrated
public record Persona(
    String name,
    List<String> aliases,
    Language language,
    Scope scope,
    String profile,
    String instructions,
    String greeting,
    List<String> questions,
    List<String> outOfScope,
    Map<String, List<String>> evasions,
    Map<String, List<String>> smallTalk,
    Wordings wordings,
    OptionalDouble declineBelow,
    List<Scene> scenes) {
  public Persona {
    aliases = List.copyOf(aliases);
    questions = List.copyOf(questions);
    outOfScope = List.copyOf(outOfScope);
    evasions = ordered(evasions);
    smallTalk = ordered(smallTalk);
    scenes = List.copyOf(scenes);
  }

  /// A copy that keeps the order, which `Map.copyOf` does not.
  private static Map<String, List<String>> ordered(Map<String, List<String>> lists) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    lists.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  /// A persona of which only the name and the scenes are known.
  public static Persona of(String name, Language language, Scope scope, List<Scene> scenes) {
    return new Persona(
        name,
        List.of(),
        language,
        scope,
        "",
        "",
        "",
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Wordings.NONE,
        OptionalDouble.empty(),
        scenes);
  }

  /// The name and the aliases.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(aliases);
    return names;
  }

  /// Whether a speaker of a scene is this persona.
  public boolean is(String speaker) {
    return speaker.equals(name) || aliases.contains(speaker);
  }

  public Persona withName(String to) {
    return new Persona(
        to,
        aliases,
        language,
        scope,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withLanguage(Language to) {
    return new Persona(
        name,
        aliases,
        to,
        scope,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withScope(Scope to) {
    return new Persona(
        name,
        aliases,
        language,
        to,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withAliases(List<String> to) {
    return new Persona(
        name,
        to,
        language,
        scope,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withProfile(String to) {
    return new Persona(
        name,
        aliases,
        language,
        scope,
        to,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withInstructions(String to) {
    return new Persona(
        name,
        aliases,
        language,
        scope,
        profile,
        to,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withQuestions(List<String> to) {
    return new Persona(
        name,
        aliases,
        language,
        scope,
        profile,
        instructions,
        greeting,
        to,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        scenes);
  }

  public Persona withDeclineBelow(double to) {
    return new Persona(
        name,
        aliases,
        language,
        scope,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        OptionalDouble.of(to),
        scenes);
  }

  public Persona withScenes(List<Scene> to) {
    return new Persona(
        name,
        aliases,
        language,
        scope,
        profile,
        instructions,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        wordings,
        declineBelow,
        to);
  }
}
