package luotuo.page;

/// Somebody who opens the page.
///
/// @param language that the browser asks for, such as `zh-CN`
/// @param width of the window, in CSS pixels
/// @param touch whether on a phone
/// @param dark whether the system is dark
record Visitor(String language, int width, int height, boolean touch, boolean dark) {
  static Visitor atDesk(String language) {
    return new Visitor(language, 1280, 800, false, false);
  }

  static Visitor onPhone(String language) {
    return new Visitor(language, 390, 844, true, false);
  }

  Visitor inTheDark() {
    return new Visitor(language, width, height, touch, true);
  }
}
