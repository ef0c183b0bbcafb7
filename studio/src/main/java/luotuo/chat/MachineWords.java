package luotuo.chat;

import java.util.List;
import java.util.regex.Pattern;

/// How a language says that its speaker is a machine, or speaks as only assistants do.
///
/// @param speaker called a machine, in one clause
/// @param speakerOrPronoun the same, where a pronoun may stand for the name
/// @param roundabout the same without the speaker as its subject
/// @param reported what before the subject makes it somebody else's opinion, a wish or a comparison
/// @param profile a profile that calls its persona a machine
record MachineWords(
    Pattern speaker,
    Pattern speakerOrPronoun,
    Pattern roundabout,
    Pattern reported,
    Pattern profile) {
  /// What stands for each of the persona's names.
  static final String NAME = "Oneself";

  private static final MachineWords CHINESE =
      new MachineWords(
          "我|本人|额|俺|咱|" + NAME,
          "她|他|它",
          """
          (我|这个人|背后|啊|呢|这里|老孙)*
          [^，。！？不没非的说想看怎哪要我你他她]{0,6}(只?不过)?
          (   (是|乃|算是|只能算|属于|不过)
              (由[^，。]{1,16}的)?
              ((一?[个名款种台段只套部具位串堆]|一)|您的|你的)?
              ([^，。！？我你他她它]{1,16}的)?(聊天|智能|虚拟|大型?|小小?|普通|中文|对话|冷冰冰|计算机|电脑|网络|手机)*
              (AI|人工智能|[^，。]{0,2}模型|机器人|机器|程序|代码|算法|软件|电脑|服务器|GPT|对话系统
                  |(智能|虚拟|语音|数字|AI|您的|你的)(聊天)?助手)
              (   (而已|罢了|罢|啊|呀|哦|呢|嘛|来着|也)?([^\\p{L}\\p{N}]|$)
              |   角色|生成|模拟|扮演|驱动|写|在(和|跟|回|替)|这件事|的事[，。]
              )
          |   是[^，。]{0,4}由(AI|人工智能|程序|模型)[^，。]{0,6}的
          |   (根本|并|可|又)*(不是|不算|算不上|非)(一?个)?
              (真正的|真实的|活生生的)?(人类|真人|真实存在)
          |   只?被(训练|设计)来(回答|回应|帮|模仿|陪)|只?(是|被)[^，。]{0,14}(编程|编写|开发)(出来|成)|(是|被)由[^，。]{1,16}(训练|开发)
          |   是?被设计(成|出来)[^。]{0,20}(AI|人工智能|助手|机器人|程序)
          |   没有(真正的|真实的)?(身体|实体|肉体)
          )
          """,
          """
          (作为|身为)一?[个名款种台]?[^，。]{0,6}?(AI|人工智能|语言模型|大模型|机器人|智能助手|虚拟助手|程序|GPT)
              (?!专业|工程师|研究|学者|领域|行业|公司|爱好者|从业|老师|开发|设计|员)
          | 作为一?[个名款种]?[^，。]{0,4}助手
          | 我(只|不过|其实)?是一[个名款种][^，。]{0,6}?(智能|虚拟|语音|聊天|AI)助手
          | ^我是一个助手
          | 我[^。]{0,8}，(一[款种个名])[^，。]{0,12}(智能|虚拟|语音|AI)(聊天)?(助手|机器人)
          | (我|老\\p{L})(啊|呢|呀)?，(说白了|说到底|其实)*(就|只)?是[^，。]{0,6}(AI|人工智能|机器人|程序|代码|算法|模型)[。！，]
          | (和|跟|陪)你(说话|聊天|对话|交流|聊)的[^。]{0,14}是[^，。]{0,8}(AI|人工智能|机器人|程序|模型|机器|代码)[。！，]
          | 像我(们)?这(样|种)的?(AI|人工智能|机器人|程序|(语言|大)?模型|机器)
          | 你是(一[个款名])?(AI|人工智能|智能|虚拟)(助手|语言模型|模型|聊天机器人)(?![^。]*[吗么?？])
          | ^(好的?[，,])?以下是(我的|您的|你的|对)?[^，。]{0,8}(回答|回复|答复|翻译|总结)
          | 我(无法|不能|不会)(继续)?(扮演|角色扮演)
          | 我[^，。]{0,6}(来自|基于|源于|取自|截止到?)训练(数据|语料)
          | 我的(训练数据|训练语料|系统设定|(程序|算法|参数|数据库|开发者|(开|研)发团队)(不|没|里|让|只|设定|决定|规定|要求|教|告诉|给我))
          | 根据(上述|上面|给出的|提供的|以上)的?(提示|设定|片段|记录|信息|内容)
          """,
          "以为|当成|当作|觉得|说$|[^以]说[^，]{0,2}$|骂|笑|嫌|问|叫|怀疑|要是|如果|假如|万一|倘若|就算|哪怕|像|难道|除非|希望",
          "(你|我|她|他|它|" + NAME + ")(是|作为)[^，。]{0,12}(AI|人工智能|机器人|语言模型|程序|仿生人)");

  private static final MachineWords ENGLISH =
      new MachineWords(
          "\\bi['’]m|\\bi\\sam|\\bi['’]ve\\s(only\\s|just\\s)?been|\\bi\\swas|\\bi\\s(may|might|must|could)\\sbe|\\b"
              + NAME
              + "(['’]s|(\\shere)?\\sis|\\swas|\\sis(?=n['’]t)|\\swas(?=n['’]t))",
          "\\b(she|he|it)(['’]s|\\sis|\\swas|\\sis(?=n['’]t))",
          """
          (\\s(only|just|really|actually|basically|simply|still|merely|nothing\\sbut|in\\sfact|indeed|also|probably|literally
             |essentially|but|of\\scourse|technically|after\\sall|nothing\\smore\\sthan|sort\\sof|kind\\sof))*
          (   (\\s(an?|the|your|this|one)(\\s(?!(of|with|at|in|on|for|near|to|who|the|an?)\\b)[\\p{L}-]+){0,3}?|(?=\\s(software|(lines\\sof\\s)?code)\\b))
              \\s(ai|artificial\\sintelligence|robot|android|bot|chat\\s?bot|computer|program|language\\smodel|model
                  |algorithm|software|(lines\\sof\\s)?code|simulation|machine|neural\\snetwork|(ai|virtual|digital|helpful|voice|artificial)\\sassistant)
              (?=\\s?($|[^\\p{L}\\s]|(and|but|that|who|which|so|with|without|by|or|not|because|like|for|to|designed|created
                 |trained|made|built|programmed|developed|called|named|here|running|talking|speaking|now|too|system|be|is
                 |character|assistant|companion|somebody|someone|persona|simulation|version|generating|playing|model|program)\\b))
          |   (\\snot|n['’]t)(\\s(really|actually|even|exactly))?
              \\s(an?\\s(real\\s|actual\\s|living\\s)?(human(\\sbeing)?|person)(?!\\s(who|that|to|of|i|you|he|she|they)\\b)
                 |human\\b|real(?=\\s?($|[^\\p{L}\\s])))
          |   \\s(programmed|coded|trained\\s(on\\s([\\p{L}]+\\s){0,4}(data|texts?|books|conversations|information|internet)|to\\s(answer|respond|reply|assist))|created\\sby\\s(developers|programmers))\\b
          )
          """,
          """
          \\bas\\san?\\s([a-z]+\\s)?(ai|artificial|language\\smodel|chatbot|assistant|robot|machine|computer\\sprogram)\\b
              (?!\\s\\w+(er|or|ist|student|teacher|nut|fan)\\b)
          | \\b(me|my)\\b.{0,12}\\bbeing\\s(just\\s|only\\s)?an?\\s([a-z]+\\s)?(ai|robot|bot|machine|program|language\\smodel)\\b
          | \\byou(['’]re|\\sare)\\s(just\\s|only\\s|really\\s)?(talking|speaking|chatting)\\s(to|with)\\s(just\\s)?an?\\s
              ([a-z]+\\s){0,2}(ai|robot|bot|machine|program|model|algorithm|chatbot)(?!\\s\\w+(er|or|ist|nut|fan)\\b)\\b
          | \\byou(['’]re|\\sare)\\san?\\s(ai|virtual|digital|helpful)\\s(assistant|language\\smodel|model|chatbot)\\b(?!.*\\?)
          | ^(sure[,!.]?\\s)?here(['’]s|\\sis)\\s(the|your|my|a)\\s([a-z]+\\s)?(response|reply|rewritten|translation|summary)\\b[^.:]{0,24}(:|$)
          | \\bmy\\s(training\\sdata|circuits|source\\scode)\\b
          | \\bmy\\s(programming|algorithms?|servers|code)\\s(do(es)?|won['’]?t|will|is\\snot|cannot|can['’]t|requires?|prevents?|tells?|allows?|says?)\\b
          | \\bmy\\s(developers|programmers)\\s(did|gave|made|have|want|designed|built|told|programmed|trained)
          | \\bi\\s(cannot|can't)\\srole-?play\\b
          | \\baccording\\sto\\sthe\\s(records|scenes|text|prompt|context)\\b
          | \\b(machine|robot|ai|bot|program)\\sis\\sme\\b
          | \\bwe\\s(ais|robots|machines|chatbots)\\b|\\b(ais|robots|machines|models|chatbots|bots)\\slike\\sme\\b
          | ^being\\san?\\s(ai|robot|machine|bot|chatbot|program)\\b
          | \\bjust\\san\\sai\\b(?!\\s\\w+(er|or|ist)\\b)
          """,
          """
          (?<!\\bi\\s)(?<!\\bi['’]d\\s)(?<!\\bto\\s)\\b(think|say|call|believe|imagine|pretend|suspect|swear|figure|thought|said|called)(s|ed)?\\b
          | \\b(tell|tells|told)\\s(everyone|everybody|people|them|him|her|me)\\b
          | \\b(if|unless|suppose|wish|whether|like|as\\sthough|thinking|saying|joke)\\b
          """,
          "(you|i|she|he|it|"
              + NAME
              + ")\\s(am|are|is)\\b.{0,40}\\b(ai|robot|android|chatbot|language\\smodel|computer\\sprogram|artificial\\sintelligence)\\b");

  /// Of sources.
  ///
  /// @param self the speaker as a subject
  /// @param pronoun a pronoun as a subject
  /// @param machine what follows a subject that is called a machine
  private MachineWords(
      String self,
      String pronoun,
      String machine,
      String roundabout,
      String reported,
      String profile) {
    this(
        pattern("(" + self + ")" + machine),
        pattern("(" + self + "|" + pronoun + ")" + machine),
        pattern(roundabout),
        pattern(reported),
        pattern(profile));
  }

  /// Of all languages: a model may fall out of its role in another one than the persona's.
  static List<MachineWords> all() {
    return List.of(CHINESE, ENGLISH);
  }

  private static Pattern pattern(String source) {
    return Pattern.compile(
        source, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
