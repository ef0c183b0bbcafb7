// The place where characters are made: drop a transcript, see what was understood, try it.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { ofDrop, ofList, ofText } from './files.js';
import { icon } from './icons.js';
import { made } from './made.js';
import { making, startOver, take } from './making.js';
import { failed } from './notes.js';
import { people } from './people.js';
import * as persona from './persona.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { go, hashOf } from './route.js';
import { understood } from './understood.js';
import { t } from './words.js';

let over = false; // something is held over the page

export const arrive = async ({ name }) => (name ? persona.arrive(name) : undefined);

export const title = ({ name }) => (name ? t('persona.edit', name) : t('make'));

export const view = ({ name }) => (name ? persona.view() : workshop());

const workshop = () => html`<div class="page make">
  <header class="page-head">
    <h1 tabindex="-1">${t('make.title')}</h1>
    <p>${t('make.how')}</p>
  </header>
  ${making.problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${making.problem}</span></p>` : nothing}
  ${making.step === 'drop' ? dropZone() : nothing}
  ${making.step === 'understood' ? understood() : nothing}
  ${making.step === 'made' ? made() : nothing}
  ${making.progress ? progress(making.progress) : nothing}
  ${making.step === 'drop' && people.items.length > 0 ? existing() : nothing}
</div>`;

const dropZone = () => html`
  <section class="drop ${over ? 'over' : ''}" aria-label=${t('drop.zone')}>
    ${icon('file')}
    <p class="drop-words">${t('drop.words')}</p>
    <div class="row middle">
      <label class="button primary as-button">${t('drop.files')}
        <input class="for-ears" type="file" multiple @change=${(chosen) => take(ofList(chosen.target.files))}></label>
      <label class="button as-button">${t('drop.folder')}
        <input class="for-ears" type="file" webkitdirectory @change=${(chosen) => take(ofList(chosen.target.files))}></label>
    </div>
    <p class="quiet">${t('drop.stays')}</p>
  </section>
  <details class="paste">
    <summary>${t('paste')}</summary>
    <form class="form" @submit=${onPaste}>
      <label class="field"><span>${t('paste.words')}</span>
        <textarea name="text" rows="8" required dir="auto" placeholder=${t('paste.example')}></textarea></label>
      <div class="row end"><button class="button primary">${t('paste.read')}</button></div>
    </form>
  </details>
  <details class="paste">
    <summary>${t('forms')}</summary>
    <dl class="forms">
      ${['interview', 'plain', 'chatharuhi', 'markdown', 'novel'].map((form) => html`
        <div><dt>${t(`form.${form}`)}</dt><dd><pre>${t(`form.${form}.example`)}</pre></dd></div>`)}
    </dl>
  </details>`;

/** Shown while something is sent, read or made. */
const progress = ({ words, done, total }) => html`<div class="progress" role="status">
  <span>${words}${total > 1 ? html` ${done} / ${total}` : nothing}</span>
  ${total > 0
    ? html`<progress max=${total} value=${done} aria-label=${words}></progress>`
    : html`<progress aria-label=${words}></progress>`}
</div>`;

const existing = () => html`<section class="existing">
  <h2>${t('make.existing')}</h2>
  <ul class="existing-people">
    ${people.items.map((one) => html`<li><a href=${hashOf('make', one.name)}>
      ${portrait(one.name, 'small', one.portrait)}<span dir="auto">${one.name}</span></a></li>`)}
  </ul>
</section>`;

function onPaste(sent) {
  sent.preventDefault();
  take(ofText(new FormData(sent.target).get('text'), t('paste.file')));
}

function held(isOver) {
  if (over === isOver) return;
  over = isOver;
  refresh();
}

/** Files may be dropped wherever the page is: they are for making a character. */
const ofFiles = (drag) => drag.dataTransfer?.types.includes('Files');

addEventListener('dragover', (drag) => {
  if (!ofFiles(drag)) return;
  drag.preventDefault();
  held(true);
});
addEventListener('dragleave', (drag) => drag.relatedTarget === null && held(false));
addEventListener('drop', async (drop) => {
  if (!ofFiles(drop)) return;
  drop.preventDefault();
  held(false);
  try {
    const files = ofDrop(drop.dataTransfer); // asked for before the event is over
    go('make');
    await take(await files);
  } catch (failure) {
    failed(failure);
  }
});
addEventListener('hashchange', () => making.step === 'made' && startOver());
