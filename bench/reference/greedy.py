"""Greedy continuations of the real models: the fixtures greedy-*.json.

    python greedy.py FOLDER

`exact` is llama.cpp on the file's weights widened to F32, `own` on the file itself, whose products round
activations to 8 bits; the two part where two tokens are near. `margin` is the least lead, in logits, that a
token of `exact` had. A reply ends with its end token or after 32 tokens.
"""

import ctypes
import hashlib
import json
import pathlib
import sys
import tempfile

import jinja2
import llama_cpp as c

from real_models import CACHE, GEMMA, SMOL
from reference import Model, widen

COUNT = 32
SYSTEM = "You are a helpful assistant."

QUESTIONS = [
    ("en", "What is the capital of France?"),
    ("en", "Write one sentence about the sea."),
    ("en", "Explain why the sky is blue to a child."),
    ("en", "List three fruits."),
    ("en", "How do I boil an egg?"),
    ("en", "Who wrote Romeo and Juliet, and when?"),
    ("en", "Translate 'good morning' into Spanish."),
    ("en", "What is 7 + 5?"),
    ("en", "Tell me a very short story about a lost camel."),
    ("en", "Give me a tip for learning to play the piano."),
    ("zh", "你好，请介绍一下你自己。"),
    ("zh", "法国的首都是哪里？"),
    ("zh", "用一句话描写大海。"),
    ("zh", "骆驼为什么能在沙漠里生活？"),
    ("zh", "请列出三种水果。"),
    ("zh", "怎么煮鸡蛋？"),
    ("zh", "七加五等于多少？"),
    ("zh", "把“早上好”翻译成英文。"),
    ("zh", "讲一个很短的故事，主角是一只猫。"),
    ("zh", "学习一门外语，最重要的是什么？"),
]

OPENINGS = [
    ("en", "The three primary colours are red, blue and"),
    ("en", "Once upon a time, in a small village by the sea, there lived"),
    ("en", "Water boils at a temperature of"),
    ("en", "The first thing to do when you learn to play the piano is"),
    ("en", "Dear Sir or Madam,\n\nI am writing to"),
    ("en", "Question: How many legs does a spider have?\nAnswer:"),
    ("en", "def factorial(n):\n    "),
    ("en", "Camels can live in the desert because"),
    ("en", "Monday, Tuesday, Wednesday,"),
    ("en", "The mayor stood up, looked round the room and said: \""),
    ("zh", "从前，在海边的一个小村庄里，住着"),
    ("zh", "骆驼能在沙漠里生活，是因为"),
    ("zh", "中国的首都是"),
    ("zh", "春天来了，公园里的花"),
    ("zh", "问：一年有多少个月？\n答："),
    ("zh", "学习一门外语，最重要的是"),
    ("zh", "床前明月光，"),
    ("zh", "水在标准大气压下的沸点是"),
    ("zh", "他推开门，看见屋里坐着一个老人，老人说：“"),
    ("zh", "星期一、星期二、星期三、"),
]


def rendered(model, messages):
    """By llama.cpp's own reading of the template, and the same by Jinja."""
    array = (c.llama_chat_message * len(messages))()
    for slot, message in zip(array, messages):
        slot.role, slot.content = message["role"].encode(), message["content"].encode()
    out = ctypes.create_string_buffer(1 << 16)
    size = c.llama_chat_apply_template(model.template().encode(), array, len(messages), True, out, len(out))
    text = out.raw[:size].decode()
    jinja = jinja2.Environment(trim_blocks=True, lstrip_blocks=True).from_string(model.template())
    assert text == jinja.render(messages=messages, add_generation_prompt=True, bos_token="", eos_token=""), text
    return text


def prompts(model, path):
    if path == SMOL:
        for language, question in QUESTIONS:
            messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}]
            yield {"language": language, "messages": messages, "text": rendered(model, messages)}
    else:
        for language, opening in OPENINGS:
            yield {"language": language, "messages": [], "text": opening}


def fixture(path, wide):
    widen(path, wide)
    own, exact = Model(path), Model(wide)
    found = []
    for prompt in prompts(own, path):
        begin = own.begin()
        ids = ([] if begin is None else [begin]) + own.encode(prompt["text"])
        reply, margins = exact.greedy(ids, COUNT)
        other, _ = own.greedy(ids, COUNT)
        found.append(prompt | {"ids": ids, "exact": reply, "own": other, "margin": round(min(margins), 4),
                               "reply": exact.decode(reply)})
        print("=" if reply == other else "≠", f"{min(margins):.4f}", repr(prompt["text"][-40:]), repr(exact.decode(reply)),
              "" if reply == other else repr(own.decode(other)), flush=True)
    own.close(), exact.close()
    print(path.name, "equal:", sum(p["exact"] == p["own"] for p in found), "of", len(found), flush=True)
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "llamaCppPython": c.__version__, "prompts": found}


def main(target):
    with tempfile.TemporaryDirectory() as folder:
        for name, path in (("smollm2-135m", SMOL), ("gemma3-270m", GEMMA)):
            made = fixture(path, pathlib.Path(folder) / "wide.gguf")
            text = json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace('{"language"', '\n{"language"')
            (pathlib.Path(target) / f"greedy-{name}.json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
