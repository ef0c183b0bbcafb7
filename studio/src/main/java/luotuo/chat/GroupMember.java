package luotuo.chat;

import luotuo.persona.Persona;

/// A persona in a talk among several, the voice that it speaks with, and how it minds the people
/// there.
public record GroupMember(Persona persona, Voice voice, Ears ears) {
  String name() {
    return persona.name();
  }
}
