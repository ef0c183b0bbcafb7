package luotuo.server.http;

import luotuo.job.Problem;

/// How errors are told under some path.
public interface ErrorForm {
  /// What this program's own API and everything else says.
  ErrorForm PLAIN =
      new ErrorForm() {
        @Override
        public Object shape(Trouble trouble) {
          return new Shape(told(trouble));
        }

        @Override
        public void tell(Trouble trouble, EventStream events) {
          events.event("error", told(trouble));
        }

        private Told told(Trouble trouble) {
          return new Told(trouble.problem().key(), trouble.sentence());
        }
      };

  /// The JSON of a whole reply.
  Object shape(Trouble trouble);

  /// The last event of a reply that had begun.
  void tell(Trouble trouble, EventStream events);

  /// What went wrong, in words.
  ///
  /// @param status of HTTP
  /// @param sentence for people, in the language that they asked for
  record Trouble(int status, Problem problem, String sentence) {}

  /// `{"error": {"key": …, "message": …}}`
  record Shape(Told error) {}

  record Told(String key, String message) {}
}
