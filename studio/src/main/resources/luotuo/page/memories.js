// What a character remembers of people: seen, traced to the words it comes from, put right, taken back.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { download, get, path, put, remove } from './api.js';
import { close, confirm, open } from './dialogs.js';
import { when } from './figures.js';
import { icon } from './icons.js';
import { done, tried } from './notes.js';
import { refresh } from './render.js';
import { hashOf } from './route.js';
import { t } from './words.js';

const PAGE = 50;

/** Opens all that somebody remembers. @param asker whoever speaks now, who comes first */
export function openMemories(persona, asker) {
  const known = { persona, asker, all: false, items: [], total: 0, ready: false, editing: null };
  const load = tried(async (from = 0) => {
    const found = await get('memories', { persona, all: known.all || undefined, offset: from, limit: PAGE });
    known.items = (from === 0 ? [] : known.items).concat(found.items);
    known.total = found.total;
    known.ready = true;
    refresh();
  });
  const show = () => open({ title: () => t('memories.of', persona), body: () => list(known, load, show), wide: true });
  show();
  load();
}

const list = (known, load, show) => html`
  <p class="quiet">${t('memories.how')}</p>
  ${known.ready && known.total === 0 ? html`<p class="empty">${t(known.all ? 'memories.never' : 'memories.none')}</p>` : nothing}
  ${people(known).map((person) => html`<section class="memories-of">
    <h3 dir="auto">${person || t('memories.nobody')}</h3>
    <ul class="memories">
      ${known.items.filter((one) => one.person === person).map((one) => item(known, one, load, show))}
    </ul>
  </section>`)}
  ${known.items.length < known.total
    ? html`<button type="button" class="button" @click=${() => load(known.items.length)}>${t('more')}</button>` : nothing}
  <div class="row end">
    <label class="check"><input type="checkbox" .checked=${known.all}
      @change=${(ticked) => ((known.all = ticked.target.checked), load())}><span>${t('memories.all')}</span></label>
    <button type="button" class="button" ?disabled=${known.total === 0} @click=${() => save(known.persona)}>
      ${icon('export')}${t('memories.export')}</button>
  </div>`;

const people = ({ items, asker }) =>
  [...new Set(items.map((one) => one.person))].sort((a, b) => (b === asker) - (a === asker) || a.localeCompare(b));

const save = tried((persona) => download('memories.jsonl', { persona }, `${persona}-memories.jsonl`));

const item = (known, one, load, show) =>
  known.editing?.id === one.id
    ? html`<li>${editor(known, one, load)}</li>`
    : html`<li class=${one.forgotten || one.replacedBy ? 'past' : ''}>
        <div class="memory">
          <span dir="auto">${one.text}</span>
          <small>${[when(one.at), one.kind === 'concluded' ? t('memories.concluded') : '', state(one)].filter(Boolean).join(' · ')}</small>
        </div>
        ${tool('quote', t('memories.why', one.text), () => openOrigin(one, show))}
        ${one.forgotten ? nothing : html`
          ${tool('edit', t('memories.edit', one.text), () => edit(known, one))}
          ${tool('trash', t('memories.forget', one.text), () => ask(one, load, show))}`}
      </li>`;

const tool = (name, words, action) => html`<button type="button" class="icon-button" aria-label=${words} title=${words}
  @click=${action}>${icon(name)}</button>`;

const state = (one) => (one.forgotten ? t('memories.forgotten') : one.replacedBy ? t('memories.replaced') : '');

function edit(known, one) {
  known.editing = { id: one.id, text: one.text };
  refresh();
  requestAnimationFrame(() => document.getElementById('memory-editor')?.focus());
}

function editor(known, one, load) {
  const leave = () => ((known.editing = null), refresh());
  const send = tried(async () => {
    const text = known.editing.text.trim();
    if (text && text !== one.text) await put(path`memories/${one.id}`, { text });
    known.editing = null;
    await load();
  });
  return html`<form class="editor" @submit=${(sent) => (sent.preventDefault(), send())}>
    <textarea id="memory-editor" rows="2" dir="auto" aria-label=${t('memories.edit', one.text)} .value=${known.editing.text}
      @input=${(typed) => (known.editing.text = typed.target.value)}
      @keydown=${(key) => key.key === 'Escape' && (key.preventDefault(), leave())}></textarea>
    <div class="row end">
      <button type="button" class="button" @click=${leave}>${t('cancel')}</button>
      <button class="button primary">${t('memories.save')}</button>
    </div>
  </form>`;
}

const ask = (one, load, show) =>
  confirm(t('memories.forget.title'), t('memories.forget.sure', one.text), t('memories.forget.yes'), async () => {
    await tried(async () => {
      await remove(path`memories/${one.id}`);
      done(t('memories.forgotten'));
    })();
    show();
    await load();
  });

/** The turn or the line in which it was said, and what happened to it since. */
const openOrigin = tried(async (one, show) => {
  const origin = await get(path`memories/${one.id}`);
  open({ title: () => t('memories.from'), body: () => from(origin, show), wide: true });
});

const place = (at, words) => html`<a href=${hashOf(...at)} @click=${close}>${words}</a>`;

const from = ({ memory, said, replied, restsOn }, show) => html`
  <blockquote class="memory-text" dir="auto">${memory.text}</blockquote>
  ${said
    ? html`<dl class="memory-turn">
        <dt dir="auto">${memory.person || t('memories.nobody')}</dt><dd dir="auto">${said}</dd>
        ${replied ? html`<dt dir="auto">${memory.persona}</dt><dd dir="auto">${replied}</dd>` : nothing}
      </dl>
      <p>${memory.group ? place(['group', memory.group], t('memories.group', memory.group, memory.line))
        : place(['talk', memory.persona, memory.conversation], t('memories.talk', memory.turn))}</p>`
    : restsOn.length > 0
      ? html`<p>${t('memories.restsOn')}</p><ul>${restsOn.map((ground) => html`<li dir="auto">${ground.text}</li>`)}</ul>`
      : html`<p class="quiet">${t('memories.gone')}</p>`}
  <h3>${t('memories.history')}</h3>
  <ol class="memory-history">
    ${memory.history.map((step) => html`<li><small>${when(step.at)} · ${t(`memories.did.${step.what}`)}</small> <span dir="auto">${step.text}</span></li>`)}
  </ol>
  <div class="row end"><button type="button" class="button" @click=${show}>${t('memories.back')}</button></div>`;
