// The ways that a talk went: where each of them ends, and going there.

import { html } from '/lib/lit-html/lit-html.js';
import { get, path } from './api.js';
import { turnTo } from './conversation.js';
import { close, open } from './dialogs.js';
import { when } from './figures.js';
import { tried } from './notes.js';
import { t } from './words.js';

const MOST = 100;

/** Opens them all. */
export const openBranches = tried(async (talk) => {
  const { items } = await get(path`conversations/${talk.id}/branches`, { limit: MOST });
  open({ title: () => t('branches'), body: () => list(talk, items) });
});

const list = (talk, ends) => html`
  <p class="quiet">${t('branches.how')}</p>
  <ul class="talks">
    ${ends.map((end) => html`<li><button type="button" class="way" aria-current=${String(end.current)}
      @click=${() => (close(), turnTo(talk, end.turn))}>
      <span class="talk-opening" dir="auto">${end.last}</span>
      <span class="quiet">${[t('turns', end.turns), when(end.at), end.current ? t('branches.here') : ''].filter(Boolean).join(' · ')}</span>
    </button></li>`)}
  </ul>`;
