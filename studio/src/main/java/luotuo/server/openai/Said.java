package luotuo.server.openai;

import luotuo.chat.Voice;
import luotuo.model.Completion.Finish;

/// One reply to a request.
///
/// @param voice that found the words
/// @param text as it is sent
/// @param thoughts before it; mostly empty
record Said(Voice.Answer answer, String voice, String text, String thoughts, Finish finish) {}
