package luotuo.cli;

/// The program's door.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code = new Program(Streams.system(), Surroundings.system()).run(arguments);
    System.exit(code);
  }
}
