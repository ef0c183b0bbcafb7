// One talk: what was said, what is being said, and what can be done about it.

import { get, path, post } from './api.js';
import { tell } from './ears.js';
import { keep, kept } from './kept.js';
import { failed, tried } from './notes.js';
import { refresh } from './render.js';
import { here, rename } from './route.js';
import { stream } from './stream.js';
import { loadLatest } from './talks.js';
import { t } from './words.js';

const LONG = 2500; // milliseconds after which it is said why nothing comes yet

/** The talk on the page; those that are still being answered go on when the page shows another. */
export let talk = null;
const answering = new Map();

/** Shows a talk: an earlier one, or a new one that begins with the first words said. */
export async function enter(name, id) {
  const same = talk?.name === name && talk.id === id;
  talk = same ? talk : (answering.get(id) ?? begun(name, id));
  const mine = talk;
  refresh();
  const [persona, conversation] = await Promise.allSettled([
    get(path`personas/${name}`),
    id && !mine.live ? get(path`conversations/${id}`) : mine.conversation,
  ]);
  mine.persona = persona.value ?? null;
  mine.silent = persona.reason?.message ?? '';
  mine.problem = conversation.reason?.message ?? (id ? '' : mine.silent);
  if (!mine.live) mine.conversation = conversation.value ?? null;
  refresh();
}

const begun = (name, id) => ({
  name,
  id,
  persona: null,
  conversation: null,
  problem: '', // why it cannot be shown
  silent: '', // why nothing more can be said, such as to a character that was removed
  live: null, // the reply that is on its way: {at, question, text, thought, queue, progress, long, halt}
  broken: null, // the reply that did not come: {at, question, text, message, retry}
  editing: null, // the turn whose words are being changed: {turn, text}
  shown: '', // the turn whose evidence is shown, where it is not the latest
  draft: kept(`draft.${name}`, '', 'sessionStorage'),
  model: kept(`model.${name}`),
  as: '',
  until: '',
  present: [],
  noMemory: false, // whether it is neither to recall what the asker told before nor to keep what they tell now
});

export const turnsOf = (talk) => talk.conversation?.turns ?? [];

export function draft(talk, text) {
  talk.draft = text;
  keep(`draft.${talk.name}`, text, 'sessionStorage');
  refresh();
}

export function choose(talk, model) {
  talk.model = model;
  keep(`model.${talk.name}`, model);
  refresh();
}

/** Says what stands in the box; where it fails the words are in the box again. */
export function say(talk) {
  const text = talk.draft.trim();
  if (!text || talk.live) return;
  draft(talk, '');
  speak(talk, {
    at: turnsOf(talk).length,
    question: text,
    where: () => path`conversations/${talk.id}/turns`,
    body: { text, ...circumstances(talk) },
    lost: () => talk.draft || draft(talk, text),
    retry: () => say(talk),
  });
}

/** Another reply to the last question. */
export function again(talk) {
  const last = turnsOf(talk).at(-1);
  speak(talk, {
    at: last.number - 1,
    question: last.question,
    where: () => path`conversations/${talk.id}/again`,
    body: { ...circumstances(talk), as: undefined },
    retry: () => again(talk),
  });
}

/** Other words in the place of those of a turn. */
export function edit(talk, turn, text) {
  talk.editing = null;
  speak(talk, {
    at: turn.number - 1,
    question: text,
    where: () => path`conversations/${talk.id}/edit`,
    body: { turn: turn.turn, text, ...circumstances(talk) },
    lost: () => (talk.editing = { turn: turn.turn, text }),
    retry: () => edit(talk, turn, text),
  });
}

export const undo = tried(async (talk) => {
  const taken = turnsOf(talk).at(-1);
  talk.conversation = await post(path`conversations/${talk.id}/undo`);
  if (!talk.draft) draft(talk, taken.question);
  tell(t('undone'));
  refresh();
});

/** Shows another reply, or other words, in the place of a turn. */
export const turnTo = tried(async (talk, turn) => {
  talk.conversation = await post(path`conversations/${talk.id}/head`, { turn });
  refresh();
});

export const halt = (talk) => talk.live?.halt.abort();

const circumstances = (talk) => ({
  as: talk.as || undefined,
  until: talk.until || undefined,
  present: talk.present.length > 0 ? talk.present : undefined,
  model: talk.model || undefined,
  noMemory: talk.noMemory || undefined,
});

async function speak(talk, { at, question, where, body, lost = () => {}, retry }) {
  const live = { at, question, text: '', thought: '', queue: 0, progress: null, long: false, halt: new AbortController() };
  const patience = setTimeout(() => ((live.long = true), refresh()), LONG);
  Object.assign(talk, { live, broken: null, shown: '' });
  tell(t('speaking', talk.name));
  refresh();
  try {
    await prepared(talk);
    const turn = await stream(where(), body, { wanted: 'turn', on: heard(live), signal: live.halt.signal });
    talk.conversation.turns = turnsOf(talk).slice(0, turn.number - 1).concat(turn);
    if (turn.siblings.length > 1) talk.conversation.branches = Math.max(2, talk.conversation.branches);
    tell(t('said', talk.name, turn.reply));
  } catch (failure) {
    await unsaid(talk, live, failure, lost, retry);
  } finally {
    clearTimeout(patience);
    talk.live = null;
    answering.delete(talk.id);
    loadLatest(talk.name);
    refresh();
  }
}

const heard = (live) => {
  const hear = (change) => (data) => (change(data), refresh());
  return {
    queue: hear(({ position }) => (live.queue = position)),
    progress: hear((progress) => (live.progress = progress)),
    piece: hear(({ text }) => ((live.text += text), (live.queue = 0))),
    thought: hear(({ text }) => ((live.thought += text), (live.queue = 0))),
  };
};

/** A conversation is made when the first words are said, not before. */
async function prepared(talk) {
  if (!talk.id) {
    talk.conversation = await post('conversations', { persona: talk.name });
    talk.id = talk.conversation.id;
    const place = here();
    if (place.place === 'talk' && place.name === talk.name && !place.id) rename('talk', talk.name, talk.id);
  }
  answering.set(talk.id, talk);
}

/** Stopped or failed: what was stored is shown, what was not is given back. */
async function unsaid(talk, live, failure, lost, retry) {
  const stopped = failure.name === 'AbortError';
  const known = turnsOf(talk).map((turn) => turn.turn).join();
  if (talk.id) {
    try {
      talk.conversation = await get(path`conversations/${talk.id}`);
    } catch (unread) {
      if (!stopped && unread.key !== 'page.unreachable') failed(unread);
    }
  }
  if (turnsOf(talk).map((turn) => turn.turn).join() !== known) return; // it was stored after all
  lost();
  const message = stopped ? t('stopped') : failure.key ? failure.message : t('failed.page', failure.message);
  if (!stopped && !failure.key) console.error(failure);
  talk.broken = { at: live.at, question: live.question, text: live.text, message, stopped, retry };
  tell(message);
}
