// The circumstances of a talk: who speaks, how far the story has come, who is present.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { get, path } from './api.js';
import { close, open } from './dialogs.js';
import { icon } from './icons.js';
import { tried } from './notes.js';
import { refresh } from './render.js';
import { t } from './words.js';

const SCENES = 200;

/** What is set, each with a button that takes it away; nothing where nothing is set. */
export function chips(talk) {
  const set = [
    talk.as && { words: t('as.chip', talk.as), drop: () => (talk.as = '') },
    talk.until && { words: t('until.chip', talk.until), drop: () => (talk.until = '') },
    ...talk.present.map((name) => ({
      words: t('present.chip', name),
      drop: () => (talk.present = talk.present.filter((one) => one !== name)),
    })),
    talk.noMemory && { words: t('noMemory.chip'), drop: () => (talk.noMemory = false) },
  ].filter(Boolean);
  return set.length === 0
    ? nothing
    : html`<ul class="chips" aria-label=${t('circumstances')}>
        ${set.map(({ words, drop }) => html`<li class="chip">
          <span dir="auto">${words}</span>
          <button type="button" aria-label=${t('drop.one', words)} @click=${() => (drop(), refresh())}>${icon('close')}</button>
        </li>`)}
      </ul>`;
}

/** The button that opens them. */
export const opener = (talk) => html`<button type="button" class="icon-button" aria-label=${called(talk)} title=${called(talk)}
  @click=${() => openCircumstances(talk)}>${icon('more')}</button>`;

const called = (talk) => t(talk.personas ? 'circumstances.group' : 'circumstances');

function openCircumstances(talk) {
  const whose = talk.personas ? talk.personas[0] : talk.name;
  const found = { whose, scenes: [] };
  open({ title: () => called(talk), body: () => body(talk, found) });
  tried(async () => {
    found.scenes = (await get(path`personas/${whose}/scenes`, { limit: SCENES })).items;
    refresh();
  })();
}

const body = (talk, found) => {
  const others = (talk.persona?.speakers ?? []).map((one) => one.name).filter((name) => name !== talk.name);
  return html`<form class="form" @submit=${(sent) => (sent.preventDefault(), close())}>
    <label class="field">
      <span>${t('as')}</span>
      <input list="as-names" .value=${talk.as} autocomplete="off" placeholder=${t('as.nobody')} dir="auto"
        @input=${(typed) => ((talk.as = typed.target.value.trim()), refresh())}>
      <small>${t('as.how')}</small>
    </label>
    <datalist id="as-names">${others.map((name) => html`<option value=${name}></option>`)}</datalist>
    <label class="field">
      <span>${t('until')}</span>
      <select @change=${(chosen) => ((talk.until = chosen.target.value), refresh())}>
        <option value="" ?selected=${!talk.until}>${t('until.end')}</option>
        ${found.scenes.map((one) => html`<option value=${one.scene} ?selected=${one.scene === talk.until}>
          ${t('until.before', one.scene, one.opening ?? '')}</option>`)}
      </select>
      <small>${talk.personas ? t('until.each', found.whose) : t('until.how')}</small>
    </label>
    ${others.length > 0
      ? html`<fieldset class="field">
          <legend>${t('present')}</legend>
          <div class="checks">${others.slice(0, 24).map((name) => html`<label class="check">
            <input type="checkbox" .checked=${talk.present.includes(name)} @change=${(ticked) => tick(talk, name, ticked.target.checked)}>
            <span dir="auto">${name}</span></label>`)}</div>
          <small>${t('present.how')}</small>
        </fieldset>`
      : nothing}
    <div class="field">
      <label class="check">
        <input type="checkbox" .checked=${talk.noMemory}
          @change=${(ticked) => ((talk.noMemory = ticked.target.checked), refresh())}>
        <span>${t('noMemory')}</span></label>
      <small>${t('noMemory.how')}</small>
    </div>
    <div class="row end"><button class="button primary">${t('ok')}</button></div>
  </form>`;
};

function tick(talk, name, on) {
  talk.present = talk.present.filter((one) => one !== name);
  if (on) talk.present.push(name);
  refresh();
}
