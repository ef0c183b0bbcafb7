// One turn of a talk: the words of the visitor, the reply, what it rests on, what can be done about it.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { guard } from '/lib/lit-html/directives/guard.js';
import { again, edit, turnTo, undo } from './conversation.js';
import { onKey } from './composer.js';
import { beside, show } from './evidence.js';
import { seconds } from './figures.js';
import { icon } from './icons.js';
import { markdown, plain } from './markdown.js';
import { done } from './notes.js';
import { portrait } from './portrait.js';
import { openPrompt } from './prompt.js';
import { refresh } from './render.js';
import { shelf, voiceName } from './shelf.js';
import { t } from './words.js';

/** @param last whether it is the last of the talk: only there another reply can be had */
export const turnView = (talk, turn, last) => html`<li class="turn" id="turn-${turn.turn}">
  ${talk.editing?.turn === turn.turn ? editor(talk, turn) : asked(talk, turn)}
  ${replied(talk, html`
    ${prose(turn.reply, turn.voice)}
    ${rests(talk, turn, last)}
    <div class="turn-tools">
      ${pager(talk, turn)}
      ${last && !talk.live ? tool('again', t('again'), () => again(talk)) : nothing}
      ${last && !talk.live ? tool('undo', t('undo'), () => undo(talk)) : nothing}
      ${turn.tokens.prompt > 0 ? tool('prompt', t('prompt'), () => openPrompt(talk, turn)) : nothing}
      ${tool('copy', t('copy'), () => copy(turn.reply))}
      <span class="quiet">${voiceName(turn.voice)} · ${seconds(turn.millis / 1000)}</span>
    </div>`)}
</li>`;

const asked = (talk, turn) => html`<div class="asked">
  <div class="asked-words">
    ${turn.asker ? html`<span class="asker" dir="auto">${turn.asker}</span>` : nothing}
    <p dir="auto">${turn.question}</p>
  </div>
  ${talk.live ? nothing : tool('edit', t('edit'), () => {
    talk.editing = { turn: turn.turn, text: turn.question };
    refresh();
    requestAnimationFrame(() => document.getElementById('editor')?.focus());
  })}
</div>`;

const editor = (talk, turn) => {
  const leave = () => ((talk.editing = null), refresh());
  const send = () => talk.editing.text.trim() && edit(talk, turn, talk.editing.text.trim());
  return html`<form class="editor" @submit=${(sent) => (sent.preventDefault(), send())}>
    <textarea id="editor" rows="2" dir="auto" aria-label=${t('edit')} .value=${talk.editing.text}
      @input=${(typed) => (talk.editing.text = typed.target.value)}
      @keydown=${(key) => (key.key === 'Escape' ? leave() : onKey(key, send))}></textarea>
    <div class="row end">
      <button type="button" class="button" @click=${leave}>${t('cancel')}</button>
      <button class="button primary">${t('edit.send')}</button>
    </div>
  </form>`;
};

const replied = (talk, words) => html`<div class="replied">
  ${portrait(talk.name, 'small', talk.persona?.portrait)}
  <div class="replied-words">
    <span class="replied-name" dir="auto">${talk.name}</span>
    ${words}
  </div>
</div>`;

/** Own words stay as they were said; a model may write Markdown. */
const prose = (text, voice) => html`<div class="prose" dir="auto">
  ${guard([text, voice], () => (voice === 'own-lines' ? html`<p class="as-said">${plain(text)}</p>` : markdown(text)))}
</div>`;

function rests(talk, turn, last) {
  if (turn.evidence.length === 0 && !turn.outOfScope) return nothing;
  const [first] = turn.evidence;
  const words = first ? t('rests', turn.evidence.length, `${first.file}:${first.line}`) : t('rests.not');
  const shown = beside() && (talk.shown ? talk.shown === turn.turn : last);
  return html`<button type="button" class="rests-on ${first ? '' : 'not'}" aria-pressed=${beside() ? String(shown) : nothing}
    @click=${() => show(talk, turn)}>${icon('quote')}<span dir="auto">${words}</span></button>`;
}

/** ‹ 2/3 › between the replies and edits at this place. */
function pager(talk, turn) {
  const all = turn.siblings ?? [];
  if (all.length < 2) return nothing;
  const at = all.indexOf(turn.turn);
  const step = (by, name, words) => html`<button type="button" class="icon-button small" aria-label=${words}
    ?disabled=${talk.live || all[at + by] === undefined} @click=${() => turnTo(talk, all[at + by])}>${icon(name)}</button>`;
  return html`<span class="pager" role="group" aria-label=${t('siblings')}>
    ${step(-1, 'back', t('sibling.before'))}
    <span>${at + 1}/${all.length}</span>
    ${step(1, 'next', t('sibling.after'))}
  </span>`;
}

const tool = (name, words, action) => html`<button type="button" class="icon-button small" aria-label=${words} title=${words}
  @click=${action}>${icon(name)}</button>`;

async function copy(text) {
  await navigator.clipboard.writeText(text);
  done(t('copied'));
}

/** The reply that is on its way. */
export const liveView = (talk, live) => html`<li class="turn live">
  <div class="asked"><div class="asked-words"><p dir="auto">${live.question}</p></div></div>
  ${replied(talk, html`
    ${live.thought ? html`<details class="thought"><summary>${t('thinking')}</summary><p dir="auto">${live.thought}</p></details>` : nothing}
    ${live.text ? prose(live.text, talk.model || shelf.used) : waiting(live)}`)}
</li>`;

/** That it is being waited for, and for what. @param live `{queue, progress, long}` */
export const waiting = (live) => html`<p class="waiting">
  <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
  <span>${waitingWords(live)}</span>
</p>`;

function waitingWords({ queue, progress, long }) {
  if (queue > 0) return t('queue', queue);
  if (progress) return `${progress.what} ${progress.done} / ${progress.total}`;
  return t(long ? 'waiting.long' : 'waiting');
}

/** The reply that did not come: what is there of it, and one sentence. */
export const brokenView = (talk, broken) => html`<li class="turn broken">
  <div class="asked"><div class="asked-words"><p dir="auto">${broken.question}</p></div></div>
  ${replied(talk, html`
    ${broken.text ? prose(broken.text, talk.model || shelf.used) : nothing}
    <div class="trouble ${broken.stopped ? 'calm' : ''}" role=${broken.stopped ? nothing : 'alert'}>
      ${icon(broken.stopped ? 'stop' : 'warn')}<span>${broken.message}</span>
      <button type="button" class="button small" @click=${broken.retry}>${t('retry')}</button>
    </div>`)}
</li>`;
