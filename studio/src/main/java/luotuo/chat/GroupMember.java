package luotuo.chat;

import luotuo.persona.Persona;

/// A persona in a talk among several, and the voice that it speaks with.
public record GroupMember(Persona persona, Voice voice) {
  String name() {
    return persona.name();
  }
}
