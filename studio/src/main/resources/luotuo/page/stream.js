// Server-sent events over fetch: what takes time is told piece by piece.

import { ask, Refused } from './api.js';
import { t } from './words.js';

/** Posts, hands the data of each event to `on[event]`, and returns those of the event `wanted`.
 * An `error` event, and an end without the wanted one, are thrown as `Refused`. */
export async function stream(where, body, { wanted, on = {}, signal }) {
  const response = await ask('POST', where, { body, signal, accept: 'text/event-stream' });
  for await (const { event, data } of events(response)) {
    if (event === 'error') throw new Refused(data.key, data.message);
    if (event === wanted) return data;
    on[event]?.(data);
  }
  throw new Refused('page.cut', t('failed.cut'));
}

async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let left = '';
  try {
    for (;;) {
      const { value, done } = await next(reader);
      if (done) return;
      const blocks = (left + value).split(/\r?\n\r?\n/);
      left = blocks.pop();
      yield* blocks.map(read).filter(Boolean);
    }
  } finally {
    reader.cancel().catch(() => {}); // leaving early frees our place at the server
  }
}

async function next(reader) {
  try {
    return await reader.read();
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refused('page.cut', t('failed.cut'));
  }
}

/** One block of lines; comments and blocks without data give nothing. */
function read(block) {
  let event = 'message';
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? null : { event, data: JSON.parse(data.join('\n')) };
}
