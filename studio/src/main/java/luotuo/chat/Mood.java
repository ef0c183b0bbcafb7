package luotuo.chat;

import java.util.List;

/// The mood that a message is likely to put a character of fiction into.
enum Mood {
  HAPPY("高兴", List.of("恭喜", "厉害", "棒", "喜欢", "好看", "漂亮", "开心", "哈哈", "生日")),
  ANGRY("恼火", List.of("骗", "笨", "傻", "滚", "闭嘴", "讨厌", "丑", "小气", "穷", "老了", "废物")),
  SHY("害羞", List.of("爱", "喜欢谁", "心上人", "嫁", "娶", "亲", "抱", "约会", "意中人", "暗恋")),
  WORRIED("发愁", List.of("钱", "债", "死", "病", "丢", "怎么办", "难过", "害怕", "担心", "打仗", "土匪")),
  CALM("平静", List.of());

  private final String key;
  private final List<String> cues;

  Mood(String key, List<String> cues) {
    this.key = key;
    this.cues = cues;
  }

  /// The name under which a persona keeps its evasions in this mood.
  String key() {
    return key;
  }

  static Mood of(String message) {
    for (Mood mood : List.of(SHY, ANGRY, WORRIED, HAPPY)) {
      if (mood.cues.stream().anyMatch(message::contains)) {
        return mood;
      }
    }
    return CALM;
  }
}
