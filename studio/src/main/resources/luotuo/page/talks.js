// Earlier talks: the latest ones below a character, all of them with a search in a dialog.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { get, path, remove } from './api.js';
import { close, confirm, open } from './dialogs.js';
import { when } from './figures.js';
import { icon } from './icons.js';
import { tried } from './notes.js';
import { refresh } from './render.js';
import { go, hashOf, here } from './route.js';
import { t } from './words.js';

const LATEST = 5;
const PAGE = 20;
const latest = { name: '', items: [], total: 0 };

/** Whether anything was said; in some the first words never found a reply. */
const begun = (one) => one.turns > 0;

export const loadLatest = tried(async (name) => {
  if (latest.name !== name) Object.assign(latest, { name, items: [], total: 0 });
  const found = await get('conversations', { persona: name, limit: LATEST });
  if (latest.name !== name) return; // somebody else came in between
  Object.assign(latest, { ...found, items: found.items.filter(begun) });
  refresh();
});

/** The latest talk with somebody, if any. */
export const lastTalk = (name) => (latest.name === name ? latest.items[0] : undefined);

/** What stands below a character in the rail. */
export const latestTalks = (current) =>
  latest.items.length === 0
    ? nothing
    : html`<ul class="talks-rail" aria-label=${t('talks')}>
        ${latest.items.map((one) => html`<li>
          <a href=${hashOf('talk', one.persona, one.id)} aria-current=${one.id === current ? 'page' : nothing} dir="auto">
            ${one.opening}
          </a>
        </li>`)}
        ${latest.total > LATEST
          ? html`<li><button type="button" class="link" @click=${() => openTalks(latest.name)}>
              ${t('talks.all', latest.total)}</button></li>`
          : nothing}
      </ul>`;

/** All talks with a character, in a dialog. */
export function openTalks(name) {
  const talks = { query: '', items: [], next: 0, total: 0, ready: false };
  const load = tried(async (from = 0) => {
    const { query } = talks;
    const found = await get('conversations', { persona: name, query, offset: from, limit: PAGE });
    if (query !== talks.query) return; // typed on meanwhile
    talks.items = (from === 0 ? [] : talks.items).concat(found.items.filter(begun));
    talks.next = from + found.items.length;
    talks.total = found.total;
    talks.ready = true;
    refresh();
  });
  const drop = (one) =>
    confirm(t('talks.drop'), t('talks.drop.sure', one.opening), t('drop'), tried(async () => {
      await remove(path`conversations/${one.id}`);
      await loadLatest(name);
      if (here().id === one.id) go('talk', name);
    }));
  open({
    title: () => t('talks.with', name),
    body: () => body(talks, load, drop),
  });
  load();
}

const body = (talks, load, drop) => html`
  <div class="search-box">
    ${icon('search')}
    <input type="search" .value=${talks.query} placeholder=${t('talks.search')} aria-label=${t('talks.search')}
      @input=${(typed) => ((talks.query = typed.target.value), load())}>
  </div>
  <ul class="talks">
    ${talks.items.map((one) => html`<li>
      <a href=${hashOf('talk', one.persona, one.id)} @click=${close}>
        <span class="talk-opening" dir="auto">${one.opening}</span>
        <span class="quiet">${when(one.last)} · ${t('turns', one.turns)}</span>
      </a>
      <button type="button" class="icon-button" aria-label=${t('talks.drop.one', one.opening)} @click=${() => drop(one)}>
        ${icon('trash')}
      </button>
    </li>`)}
  </ul>
  ${talks.ready && talks.items.length === 0
    ? html`<p class="empty">${talks.query ? t('talks.none') : t('talks.empty')}</p>` : nothing}
  ${talks.next < talks.total
    ? html`<button type="button" class="button" @click=${() => load(talks.next)}>${t('more')}</button>` : nothing}`;
