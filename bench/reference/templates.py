"""Fixtures of chat templates: what jinja2 makes of them, set up as the transformers library does.

    python bench/reference/templates.py [SMOLLM2.gguf]

Needs PyPI's jinja2 and gguf. Reads studio/src/test/resources/gguf/templates/NAME.jinja, which are written for these
tests and use what the templates of the families use; writes NAME.json.gz beside them: a list of cases
{messages, open, variables, text | raised | failed}. Of the template in SMOLLM2.gguf, which is not ours, only
`crc32` of the text is kept.
"""

import gzip
import io
import json
import os
import random
import sys
import zlib

import gguf
import jinja2
import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from texts import chinese, english, mixed

HOME = os.path.join(os.path.dirname(__file__), "../../studio/src/test/resources/gguf/templates")
MARKS = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>"}
TOOL = {"type": "function", "function": {"name": "weather", "description": "The weather in a “city”", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}, "return": "x"}}


class Generation(jinja2.ext.Extension):
    """`{% generation %}`, which transformers adds, as if it were not there."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("keep"), [], [], body).set_lineno(line)

    def keep(self, caller):
        return caller()


class Raised(Exception):
    pass


def environment():
    def refuse(sentence):
        raise Raised(sentence)

    def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)

    e = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    e.filters["tojson"] = tojson
    e.globals["raise_exception"] = refuse
    e.globals["strftime_now"] = lambda form: "?"
    return e


def content(r, role):
    text = r.choice([english, chinese, mixed])(r)
    edges = ["", "", " ", "\n", "\n\n", "  \t", "\u3000", "\u200b"]
    text = r.choice(edges) + text + r.choice(edges)
    if role == "assistant" and r.random() < 0.5:
        text = r.choice(["<think>\n", "<think>", "", "\n<think>\n\n"]) + english(r) + r.choice(["\n</think>\n\n", "</think>", "\n\n</think>"]) + text
    if role == "user" and r.random() < 0.15:
        text = "<result>" + text + "</result>"
    return r.choice([text, text, text, text, "", "{{ 1 + 1 }}", "<|im_end|> {% if %}", "'\"\\n\\"])


def lists(r):
    made = []
    for i in range(30):
        roles = ["system"] if i % 3 == 0 else []
        for n in range(1 + i % 7):
            roles.append("user" if n % 2 == 0 else "assistant")
        if i % 10 == 9:
            r.shuffle(roles)
        if i % 15 == 7:
            roles = ["user", "user", "assistant", "system", "user"]
        made.append([{"role": role, "content": content(r, role)} for role in roles])
    return made


def case(template, messages, opened, variables, hashed=False):
    case = {"messages": messages, "open": opened, "variables": variables}
    given = {"tools": None, "documents": None, **MARKS, **variables}
    try:
        text = template.render(messages=messages, add_generation_prompt=opened, **given)
        case["crc32" if hashed else "text"] = zlib.crc32(text.encode()) if hashed else text
    except Raised as e:
        case["raised"] = str(e)
    except (jinja2.exceptions.TemplateError, TypeError, ValueError) as e:
        case["failed"] = type(e).__name__
    return case


def write(name, source, hashed=False):
    r = random.Random(name)
    template = environment().from_string(source)
    cases = []
    for i, messages in enumerate(lists(r)):
        variables = [{}, {"enable_thinking": False}, {"enable_thinking": True}][i % 3]
        if i % 8 == 5:
            variables = {"tools": [TOOL, TOOL]}
        cases.append(case(template, messages, i % 2 == 0, variables, hashed))
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(json.dumps(cases, ensure_ascii=False).encode())
    open(os.path.join(HOME, name + ".json.gz"), "wb").write(buffer.getvalue())
    kinds = [next(k for k in ("text", "crc32", "raised", "failed") if k in c) for c in cases]
    print(name, {k: kinds.count(k) for k in set(kinds)}, {c["failed"] for c in cases if "failed" in c})


def main(model=None):
    for file in sorted(os.listdir(HOME)):
        if file.endswith(".jinja"):
            write(file[:-6], open(os.path.join(HOME, file), newline="").read())
    if model:
        write("smollm2", gguf.GGUFReader(model).fields["tokenizer.chat_template"].contents(), hashed=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
