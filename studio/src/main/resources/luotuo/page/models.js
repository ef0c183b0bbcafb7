// The place of the models: who finds the words now, what is here, what can be had, a server of one's own, and what it took.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { put } from './api.js';
import { endpoint } from './endpoint.js';
import { icon } from './icons.js';
import { loadMeter, meterView } from './meter.js';
import { modelCard, removeButton } from './model.js';
import { done, tried } from './notes.js';
import { loadShelf, shelf, voiceName } from './shelf.js';
import { t } from './words.js';

const MACHINES = ['small', 'middle', 'large'];

export const arrive = () => Promise.all([loadShelf(), loadMeter()]);

export const title = () => t('models');

export const view = () => html`<div class="page models">
  <header class="page-head">
    <h1 tabindex="-1">${t('models.title')}</h1>
    <p>${t('models.how')}</p>
  </header>
  ${shelf.problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${shelf.problem}</span></p>` : nothing}
  ${shelf.ready ? html`${using()}${toBeHad()}` : html`<p class="quiet">${t('loading')}</p>`}
  ${endpoint()}
  ${meterView()}
</div>`;

/** One of them speaks where a talk does not say otherwise. */
const using = () => html`<section>
  <h2>${t('models.using')}</h2>
  <div class="voices">
    ${choice('own-lines', t('ownLines'), t('ownLines.how'))}
    ${shelf.items.filter((model) => model.here).map((model) => choice(model.name, model.title, about(model), removeButton(model)))}
    ${known(shelf.used) ? nothing : choice(shelf.used, voiceName(shelf.used), t('models.elsewhere'))}
  </div>
</section>`;

const known = (name) => name === 'own-lines' || shelf.here().includes(name);

const about = (model) => [model.parameters, model.licence, ...(model.languages ?? [])].filter(Boolean).join(' · ');

const choice = (name, words, how, beside = nothing) => html`<div class="pick voice">
  <label>
    <input type="radio" name="voice" .checked=${shelf.used === name} @change=${() => use(name, words)}>
    <span><b dir="auto">${words}</b><small>${how}</small></span>
  </label>
  ${beside}
</div>`;

const use = tried(async (name, words) => {
  try {
    await put('models/default', { model: name });
    done(t('models.used', words));
  } finally {
    await loadShelf(); // where it was refused, the choice goes back
  }
});

const toBeHad = () => {
  const rest = shelf.items.filter((model) => !model.here);
  const groups = MACHINES.map((machine) => [machine, rest.filter((model) => model.machine === machine)]);
  return html`<section>
    <h2>${t('models.toBeHad')}</h2>
    <p>${t('models.toBeHad.how')}</p>
    ${groups.filter(([, models]) => models.length > 0).map(([machine, models]) => html`
      <h3>${t(`machine.${machine}`)}</h3>
      ${models.map(modelCard)}`)}
    ${rest.length === 0 ? html`<p class="empty">${t('models.noMore')}</p>` : nothing}
  </section>`;
};
