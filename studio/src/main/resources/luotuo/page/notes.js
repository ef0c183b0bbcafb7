// Short notes at the foot of the page: what was done, or what went wrong where no better place is.

import { html } from '/lib/lit-html/lit-html.js';
import { icon } from './icons.js';
import { refresh } from './render.js';
import { t } from './words.js';

const STAYS = 5000;
let note = null;

export function done(words) {
  show({ words });
}

/** @param failure a `Refused`, or an error of the page itself, which is not hidden either */
export function failed(failure) {
  if (!failure.key) console.error(failure);
  show({ words: failure.key ? failure.message : t('failed.page', failure.message), wrong: true });
}

/** Does something; where it fails, a note says so. */
export const tried = (work) => async (...given) => {
  try {
    return await work(...given);
  } catch (failure) {
    if (failure.name !== 'AbortError') failed(failure);
    return undefined;
  }
};

export const notes = () => html`<div class="notes" aria-live="polite">
  ${note
    ? html`<div class="note ${note.wrong ? 'wrong' : ''}">
        ${icon(note.wrong ? 'warn' : 'check')}<span>${note.words}</span>
        <button type="button" class="icon-button small" aria-label=${t('close')} @click=${() => show(null)}>
          ${icon('close')}
        </button>
      </div>`
    : ''}
</div>`;

function show(next) {
  note = next;
  refresh();
  if (next && !next.wrong) setTimeout(() => note === next && show(null), STAYS);
}
