"""A thousand texts for tokenizers, and lines to train small vocabularies on; all made up here."""

import random

EN = """the a one this that some every old young small green quiet river house letter window lamp
bridge teacher sister doctor captain garden kitchen morning evening winter summer story question
answer walks reads writes opens closes carries remembers forgets believes answers under over behind
before after without slowly never often almost together nothing everything don't isn't we'll they've
I'm you'd it's couldn't camel desert lantern notebook signal engine memory number""".split()
ZH = """我们 你们 他们 今天 明天 昨天 骆驼 沙漠 城市 老师 学生 朋友 妈妈 医生 船长 花园 厨房 早上 晚上 冬天 夏天
故事 问题 回答 慢慢地 从来 经常 几乎 一起 什么 为什么 怎么 知道 记得 忘记 相信 写信 读书 开门 关窗 走路 说话
的 了 在 是 不 有 和 也 就 都 很 吗 呢 吧 啊 一个 两本 三天 那座桥 这盏灯 河边 山上""".split()
CODE = """for (int i = 0; i < n; i++) {|    return x + 1;|def f(self, *args):|if a == b && !c:|#include <io.h>
let y = [1, 2, 3].map(v => v * 2);|<a href="x.html?q=1&r=2">link</a>|SELECT * FROM t WHERE id = 42;|{"k": null, "v": [true]}
x_1 = foo.bar['baz'] // 2|/* note */|https://example.org/a/b?c=d#e|C:\\dir\\file.txt|user@example.org|$ ls -la | grep .java|}}}}
""".replace("\n", "|").split("|")
EMOJI = "😀 😂 🤔 👍🏽 👩‍👩‍👧 🇨🇳 🇫🇷 ❤️ 🐫 🐪 ✨ 🏳️‍🌈 ☕ 🧑‍💻 1️⃣ ©️ ™".split()
PUNCTUATION = list(".,;:!?…—–-_'\"“”‘’「」『』（）()[]{}<>《》、，。；：？！·~～@#$%^&*+=|\\/`´¨€£¥°§¶•")
SPACES = [" ", "  ", "   ", "    ", "\t", "\t\t", "\n", "\n\n", "\n\n\n", "\r\n", "\r", " \n", "\n ", " \t ", "\u00a0", "\u3000",
          "\u2003", "\u2028", "\u200b", "\ufeff", "\u0085", "\u202f", "\u1680", "\u000b", "\u000c"]
SCRIPTS = [(0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x531, 0x556), (0x5D0, 0x5EA), (0x621, 0x64A), (0x64B, 0x652),
           (0x904, 0x939), (0x93E, 0x94D), (0x985, 0x9B9), (0xE01, 0xE30), (0xE31, 0xE3A), (0xF40, 0xF69), (0x10D0, 0x10F0), (0x1200, 0x1248), (0x1780, 0x17B3),
           (0x1820, 0x1878), (0x3041, 0x3096), (0x30A1, 0x30FA), (0x3105, 0x312F), (0xAC00, 0xD7A3), (0x4E00, 0x9FA5),
           (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x10330, 0x1034A), (0x12000, 0x1236E), (0x1D400, 0x1D454), (0x13A0, 0x13F4)]
NUMBERS = ["0", "7", "42", "1984", "2026-11-24", "3.14159", "1,234,567", "0x1F", "1e-9", "１２３", "٣٤٥", "½", "²", "Ⅷ", "①②③", "一百二十三", "99%", "12:30", "007"]
SHORT = ["it's", "IT'S", "we'Ll", "I'M", "'tis", "don't", "DON'T", "they'RE", "you'Ve", "he'd", "'s", "''ll", "'re're", "o'clock", "'ſ", "l'été"]
MARKS = ["<|im_start|>", "<|im_end|>", "<|endoftext|>", "<bos>", "<start_of_turn>", "<end_of_turn>", "<s>", "<|im_start", "im_end|>", "<0x0A>", "<unk>", "[INST]"]


def english(r):
    words = [r.choice(EN) for _ in range(r.randint(3, 14))]
    return " ".join(words).capitalize() + r.choice([".", "!", "?", "...", ", and", ";", ""])


def chinese(r):
    return "".join(r.choice(ZH) for _ in range(r.randint(3, 12))) + r.choice("。！？…，；")


def character(r):
    first, last = r.choice(SCRIPTS)
    return chr(r.randint(first, last))


def assigned(text):
    import unicodedata

    return "".join(c for c in text if unicodedata.category(c) not in ("Cn", "Cs", "Co"))


def script(r):
    first, last = r.choice(SCRIPTS)
    return assigned("".join(chr(r.randint(first, last)) + (" " if r.random() < 0.2 else "") for _ in range(r.randint(1, 20))))


def control(r):
    return "".join(chr(r.choice(list(range(0, 32)) + [127, 128, 159, 173, 0x200D, 0x2060, 0xFFFC])) for _ in range(r.randint(1, 6)))


def run(r):
    return r.choice([" ", "\n", "\t", "a", "A", "0", "1", "哈", "-", "=", "😀", "é", "\u3000", ". ", "ab", "\r\n", "'s"]) * r.choice([2, 3, 5, 8, 13, 16, 17, 31, 32, 33, 64, 100, 257])


PARTS = [english, chinese, script, control, run] + [lambda r, x=x: r.choice(x) for x in (CODE, EMOJI, PUNCTUATION, SPACES, NUMBERS, SHORT, EN, ZH)]


def mixed(r):
    parts = [r.choice(PARTS)(r) for _ in range(r.randint(2, 12))]
    return r.choice(["", " ", r.choice(SPACES)]).join(parts)


def soup(r):
    pool = PUNCTUATION + SPACES + NUMBERS + SHORT + ["a", "Z", "é", "的", "😀", "1", " "]
    return "".join(r.choice(pool) if r.random() < 0.8 else character(r) for _ in range(r.randint(1, 60)))


def dialogue(r):
    return "".join(r.choice(MARKS) + r.choice([english, chinese, mixed])(r) + r.choice(["", "\n", " "]) for _ in range(r.randint(1, 4))) + r.choice(MARKS + [""])


def texts(seed=20261124):
    r = random.Random(seed)
    made = ["", " ", "  ", "\n", "a", "的", "😀", " a", "a ", "\u0000", "Hello, world!", "你好，世界！"]
    kinds = [english, chinese, mixed, mixed, soup, soup, script, run, control, dialogue]
    while len(made) < 1000:
        text = assigned(kinds[len(made) % len(kinds)](r)).replace("\u2581", "").replace("</s>", "")
        made.append("\n".join([text] * r.choice([1, 1, 1, 2])))
    return made


def training(lines=20000, seed=7):
    r = random.Random(seed)
    made = []
    for i in range(lines):
        made.append(" ".join(r.choice([english, chinese, chinese, english, mixed])(r) for _ in range(r.randint(1, 4))))
    for n in range(0, 4000):
        made.append(f"{n} {n * 37} {n:05d}  \n\n  {n}")
    return made
