// One talk among several: what was said, who is speaking, and what can be said to whom.

import { get, path, post } from './api.js';
import { tell } from './ears.js';
import { keep, kept } from './kept.js';
import { refresh } from './render.js';
import { stream } from './stream.js';
import { t } from './words.js';

/** How many lines they say when they are left to themselves. */
export const ROUND = 4;

/** The talk on the page; one that is going on goes on when the page shows another. */
export let group = null;
const going = new Map();

export async function enter(id) {
  group = going.get(id) ?? begun(id);
  const mine = group;
  refresh();
  if (mine.live) return;
  try {
    take(mine, await get(path`groups/${id}`));
    mine.problem = '';
  } catch (failure) {
    mine.problem = failure.message;
  }
  refresh();
}

const begun = (id) => ({
  id,
  name: `group ${id}`, // under which the page keeps what was chosen for it
  personas: [],
  topic: '',
  lines: [],
  problem: '', // why it cannot be shown
  live: null, // the line that is on its way: {said, speaker, text, thought, queue, progress, halt}
  broken: null, // the line that did not come: {message, retry}
  draft: kept(`draft.group ${id}`, '', 'sessionStorage'),
  model: kept(`model.group ${id}`),
  as: '',
  until: '', // a scene, in the story of each of them
  present: [],
  noMemory: false, // whether they neither recall what was told before nor keep what is told now
  to: '', // who alone hears what is said next; empty for everybody
});

const take = (mine, { personas, topic, lines }) => Object.assign(mine, { personas, topic, lines });

/** Begins one. @returns its id */
export const begin = async (personas, topic) => String((await post('groups', { personas, topic })).id);

export function draft(mine, text) {
  mine.draft = text;
  keep(`draft.${mine.name}`, text, 'sessionStorage');
  refresh();
}

/** Says what stands in the box. */
export function say(mine) {
  const text = mine.draft.trim();
  if (!text || mine.live) return;
  draft(mine, '');
  const to = mine.to ? [mine.to] : undefined;
  speak(mine, 'lines', { text, to, as: mine.as || undefined }, (known) => mine.lines.length === known && !mine.draft && draft(mine, text));
}

/** Lets them talk by themselves. */
export const go = (mine, turns = ROUND) => !mine.live && speak(mine, 'go', { turns }, () => {});

export const halt = (mine) => mine.live?.halt.abort();

const circumstances = (mine) => ({
  until: mine.until || undefined,
  model: mine.model || undefined,
  noMemory: mine.noMemory || undefined,
});

/** @param lost told how many lines there were before, where something went wrong */
async function speak(mine, what, body, lost) {
  const known = mine.lines.length;
  mine.live = { said: body.text ?? '', speaker: '', text: '', thought: '', queue: 0, progress: null, halt: new AbortController() };
  mine.broken = null;
  going.set(mine.id, mine);
  refresh();
  try {
    const where = `groups/${encodeURIComponent(mine.id)}/${what}`;
    const asked = { ...body, ...circumstances(mine) };
    await stream(where, asked, { wanted: 'lines', on: heard(mine), signal: mine.live.halt.signal });
  } catch (failure) {
    await unsaid(mine, failure, () => again(mine, what, body, lost, known));
    lost(known);
  } finally {
    mine.live = null;
    going.delete(mine.id);
    refresh();
  }
}

const heard = (mine) => {
  const hear = (change) => (data) => (change(data), refresh());
  return {
    queue: hear(({ position }) => (mine.live.queue = position)),
    progress: hear((progress) => (mine.live.progress = progress)),
    speaker: hear(({ name }) => Object.assign(mine.live, { speaker: name, text: '', thought: '', progress: null })),
    piece: hear(({ text }) => ((mine.live.text += text), (mine.live.queue = 0))),
    thought: hear(({ text }) => ((mine.live.thought += text), (mine.live.queue = 0))),
    line: hear((line) => {
      mine.lines = mine.lines.concat(line);
      Object.assign(mine.live, { said: '', speaker: '', text: '', thought: '' });
      if (mine.personas.includes(line.speaker)) tell(t('said', line.speaker, line.text));
    }),
  };
};

/** What was stored is shown; what was on its way when it was stopped or failed is not. */
async function unsaid(mine, failure, retry) {
  try {
    take(mine, await get(path`groups/${mine.id}`));
  } catch {
    // the failure that is told stands for this one too
  }
  if (failure.name === 'AbortError') return;
  if (!failure.key) console.error(failure);
  const message = failure.key ? failure.message : t('failed.page', failure.message);
  mine.broken = { message, retry };
  tell(message);
}

/** What was asked for, where nothing of it came about; what was stored is not said twice, they go on from it. */
function again(mine, what, body, lost, known) {
  if (mine.live) return;
  if (mine.lines.length > known) {
    go(mine, 1);
    return;
  }
  if (mine.draft.trim() === body.text) draft(mine, '');
  speak(mine, what, body, lost);
}
