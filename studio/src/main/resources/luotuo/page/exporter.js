// A talk saved as a file, for people or for programs.

import { html } from '/lib/lit-html/lit-html.js';
import { download } from './api.js';
import { close, open } from './dialogs.js';
import { icon } from './icons.js';
import { tried } from './notes.js';
import { t } from './words.js';

/** The button that asks in which form. @param where it is exported @param name of the file, without an ending */
export const exporter = (where, name) => html`<button type="button" class="icon-button" aria-label=${t('export.talk')}
  title=${t('export.talk')} @click=${() => choose(where, name)}>${icon('export')}</button>`;

const choose = (where, name) =>
  open({
    title: () => t('export.talk'),
    body: () => html`<ul class="choices">${['md', 'jsonl'].map((form) => html`<li>
      <button type="button" class="button" @click=${() => save(where, name, form)}>${t(`export.${form}`)}</button>
    </li>`)}</ul>`,
  });

const save = tried(async (where, name, form) => {
  close();
  await download(where, { form }, `${name}.${form}`);
});
