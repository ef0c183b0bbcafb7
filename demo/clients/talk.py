"""OpenAI's own Python client against a served character: talk.py BASE MODEL."""

import sys

import openai

base, model = sys.argv[1:]
client = openai.OpenAI(base_url=base, api_key="none", max_retries=0)
asked = [
    {"role": "system", "content": "说话温柔一点。"},
    {"role": "user", "content": "骆驼是一家公司吗"},
]


def check(holds, what):
    if not holds:
        sys.exit(f"FAILED (python): {what}")


names = [each.id for each in client.models.list()]
check(model in names, f"{model} is not among {names}")
check(client.models.retrieve(model).id == model, "retrieve")

whole = client.chat.completions.create(model=model, messages=asked, seed=7)
text = whole.choices[0].message.content
check(text and whole.choices[0].finish_reason == "stop", whole)
check(whole.usage.completion_tokens > 0, whole.usage)
check(whole.luotuo["evidence"], "no evidence")

said, usage = "", None
for chunk in client.chat.completions.create(
    model=model, messages=asked, seed=7, stream=True, stream_options={"include_usage": True}
):
    usage = chunk.usage or usage
    said += "".join(choice.delta.content or "" for choice in chunk.choices)
check(said == text, f"{said!r} is streamed, {text!r} told at once")
check(usage and usage.completion_tokens == whole.usage.completion_tokens, usage)

short = client.chat.completions.create(model=model, messages=asked, max_tokens=3, n=2)
check([c.finish_reason for c in short.choices] == ["length", "length"], short)

# The client asks for base64 by itself and unpacks it.
vectors = client.embeddings.create(model="bge-small-zh", input=["骆驼", "沙漠"]).data
plain = client.embeddings.create(model="bge-small-zh", input="骆驼", encoding_format="float").data
check(len(vectors) == 2 and len(vectors[0].embedding) == 512, "dimensions")
check(max(abs(a - b) for a, b in zip(vectors[0].embedding, plain[0].embedding)) < 1e-6, "base64")

for wrong, kind in (
    ({"model": "nobody", "messages": asked}, openai.NotFoundError),
    ({"model": model, "messages": asked, "temperature": 9}, openai.BadRequestError),
    ({"model": model, "messages": []}, openai.BadRequestError),
):
    try:
        client.chat.completions.create(**wrong)
        check(False, f"no error for {wrong}")
    except kind as e:
        check(e.code and e.message, e)
print("python: ok")
