package luotuo.corpus;

/// The order in which people sort names: `text_2` before `text_10`.
public final class NaturalOrder {
  private NaturalOrder() {}

  public static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a, i) && digit(b, j)) {
        int endA = number(a, i);
        int endB = number(b, j);
        int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        int order = Character.compare(a.charAt(i++), b.charAt(j++));
        if (order != 0) {
          return order;
        }
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static int compareNumbers(String a, String b) {
    String shortA = withoutZeros(a);
    String shortB = withoutZeros(b);
    int order = Integer.compare(shortA.length(), shortB.length());
    return order != 0 ? order : shortA.compareTo(shortB);
  }

  private static String withoutZeros(String number) {
    int from = 0;
    while (from < number.length() - 1 && number.charAt(from) == '0') {
      from++;
    }
    return number.substring(from);
  }

  private static int number(String s, int from) {
    int end = from;
    while (digit(s, end)) {
      end++;
    }
    return end;
  }

  private static boolean digit(String s, int at) {
    return at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9';
  }
}
