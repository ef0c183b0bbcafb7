package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.Piece;
import luotuo.persona.Persona;

/// A talk among several personas, the user among them or not. Each knows only what was said in its
/// hearing.
public final class Group {
  private final List<GroupMember> members;
  private final Floor floor;
  private final GroupTalks talks;
  private final List<GroupLine> lines = new ArrayList<>();
  private String topic = "";
  private long id;

  /// Without a model that tells whose turn is likeliest.
  public Group(List<GroupMember> members, GroupTalks talks) {
    this(members, talks, Optional.empty());
  }

  /// @param members two or more
  /// @param likelihoods tells whose turn is likeliest
  public Group(List<GroupMember> members, GroupTalks talks, Optional<LikelihoodModel> likelihoods) {
    this.members = List.copyOf(members);
    List<Persona> personas = members.stream().map(GroupMember::persona).toList();
    this.floor = new Floor(personas, likelihoods.map(Likeliest::new));
    this.talks = talks;
  }

  /// Goes on with the talk among these that was started last, if there is one.
  public void resume() {
    talks.latest(names()).ifPresent(this::resume);
  }

  /// Goes on with a stored talk.
  ///
  /// @throws Failure `group.missing` if there is none
  public void resume(long stored) {
    topic = talks.summary(stored).topic();
    id = stored;
    lines.clear();
    lines.addAll(talks.lines(stored));
  }

  /// @param to what the talk is to be about
  public void about(String to) {
    topic = to;
    if (id != 0) {
      talks.about(id, to);
    }
  }

  public List<GroupLine> lines() {
    return List.copyOf(lines);
  }

  /// The stored talk, once something was said.
  public Optional<GroupSummary> summary() {
    return id == 0 ? Optional.empty() : Optional.of(talks.summary(id));
  }

  public List<String> names() {
    return members.stream().map(GroupMember::name).toList();
  }

  /// The user says something.
  ///
  /// @param asker the user's name; may be empty
  /// @param to who hears it; empty for everybody
  /// @throws Failure `group.unknown` if one of those is no member
  public GroupLine say(String words, String asker, List<String> to) {
    List<String> heard = to.isEmpty() ? names() : to.stream().map(this::known).toList();
    boolean offRecord = members.stream().noneMatch(member -> member.ears().open());
    return append(GroupLine.told(asker, words, heard, offRecord));
  }

  private String known(String name) {
    return members.stream()
        .map(GroupMember::persona)
        .filter(persona -> persona.is(name))
        .map(Persona::name)
        .findFirst()
        .orElseThrow(() -> Failure.of("group.unknown", name, String.join(", ", names())));
  }

  /// Who would speak next; empty where nobody heard the last line.
  public Optional<String> next() {
    return floor.next(lines).map(Persona::name);
  }

  /// Whether the last line calls a member by name.
  private boolean calls() {
    return !lines.isEmpty() && floor.named(lines).isPresent();
  }

  /// One replies, and then whoever is called by name, at most each of them once. In the end, also
  /// where no reply comes about, those who heard the user learn from it.
  ///
  /// @param speak has the member of this name speak
  public void round(Consumer<String> speak) {
    try {
      reply(speak);
    } finally {
      learn();
    }
  }

  private void reply(Consumer<String> speak) {
    List<String> spoken = new ArrayList<>();
    Optional<String> next = next();
    while (next.isPresent() && !spoken.contains(next.get())) {
      speak.accept(next.get());
      spoken.add(next.get());
      next = calls() ? next() : Optional.empty();
    }
  }

  /// What was said is never recalled in the replies to it: it is learned after them.
  private void learn() {
    for (GroupMember member : members) {
      member.ears().learn(id, Told.to(member.name(), lines));
    }
  }

  /// They talk by themselves, for as long as somebody hears the last line.
  ///
  /// @param most lines
  public void run(int most, Consumer<String> speak) {
    for (int i = 0; i < most; i++) {
      Optional<String> next = next();
      if (next.isEmpty()) {
        return;
      }
      speak.accept(next.get());
    }
  }

  /// A member speaks. All who heard what it replies to hear it.
  ///
  /// @param name of the member
  /// @param how what may come to its mind
  /// @param pieces told the words as they come, by a voice that finds them one by one
  public GroupLine speak(String name, Voice.Question how, Consumer<Piece> pieces) {
    GroupMember member =
        members.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    Heard heard = new Heard(member.persona(), names(), topic, lines);
    Voice.Question plain = heard.question(how);
    Voice.Question question =
        heard.minded().map(said -> member.ears().recall(plain, said)).orElse(plain);
    Voice.Answer answer = member.voice().answer(question, heard.history(), pieces);
    return append(GroupLine.spoken(member, answer, audience()));
  }

  private List<String> audience() {
    return lines.isEmpty() ? names() : lines.getLast().heard();
  }

  private GroupLine append(GroupLine line) {
    if (id == 0) {
      id = talks.start(names(), topic);
    }
    GroupLine stored = talks.append(id, line);
    lines.add(stored);
    return stored;
  }
}
