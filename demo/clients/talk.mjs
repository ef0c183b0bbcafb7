// OpenAI's own client for Node against a served character: talk.mjs BASE MODEL.
import OpenAI from 'openai';

const [base, model] = process.argv.slice(2);
const client = new OpenAI({ baseURL: base, apiKey: 'none', maxRetries: 0 });
const messages = [
  { role: 'assistant', content: '你好。' },
  { role: 'user', content: [{ type: 'text', text: '骆驼是一家公司吗' }] },
];

function check(holds, what) {
  if (!holds) {
    console.error('FAILED (node):', what);
    process.exit(1);
  }
}

const names = [];
for await (const each of client.models.list()) names.push(each.id);
check(names.includes(model), `${model} is not among ${names}`);

const whole = await client.chat.completions.create({ model, messages, seed: 7 });
const text = whole.choices[0].message.content;
check(text && whole.choices[0].finish_reason === 'stop', whole);
check(whole.luotuo.evidence.length > 0, 'no evidence');

let said = '';
let usage = null;
const stream = await client.chat.completions.create({
  model,
  messages,
  seed: 7,
  stream: true,
  stream_options: { include_usage: true },
});
for await (const chunk of stream) {
  usage = chunk.usage ?? usage;
  said += chunk.choices[0]?.delta?.content ?? '';
}
check(said === text, `${said} is streamed, ${text} told at once`);
check(usage?.total_tokens === whole.usage.total_tokens, usage);

const aborted = await client.chat.completions.create({ model, messages, stream: true });
for await (const _ of aborted) {
  aborted.controller.abort();
  break;
}

const vectors = await client.embeddings.create({ model: 'bge-small-zh', input: '骆驼' });
check(vectors.data[0].embedding.length === 512, 'dimensions');

for (const [wrong, kind] of [
  [{ model: 'nobody', messages }, OpenAI.NotFoundError],
  [{ model, messages, temperature: 9 }, OpenAI.BadRequestError],
]) {
  try {
    await client.chat.completions.create(wrong);
    check(false, `no error for ${JSON.stringify(wrong)}`);
  } catch (e) {
    check(e instanceof kind && e.code, e);
  }
}
console.log('node: ok');
