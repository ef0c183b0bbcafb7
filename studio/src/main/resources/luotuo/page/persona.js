// A character's own page: who it is, how it looks, what it says; its check, its export, its end.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { download, get, patch, path, remove, upload } from './api.js';
import { checkView, forgetCheck } from './check.js';
import { confirm } from './dialogs.js';
import { icon } from './icons.js';
import { done, tried } from './notes.js';
import { loadPeople } from './people.js';
import { forgetPicture } from './pictures.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { go, hashOf } from './route.js';
import { t } from './words.js';

const LISTS = ['aliases', 'questions', 'outOfScope'];
const TEXTS = ['profile', 'greeting', 'instructions'];
const PICTURES = 'image/png,image/jpeg,image/webp';
const LARGEST = 4 << 20;

let persona = null;
let problem = '';

export async function arrive(name) {
  if (persona?.name !== name) {
    persona = null;
    forgetCheck();
  }
  problem = '';
  try {
    persona = await get(path`personas/${name}`);
  } catch (failure) {
    problem = failure.message;
  }
  refresh();
}

export const view = () => html`<div class="page persona">
  <a class="link back-link" href=${hashOf('make')}>${icon('back')}${t('make')}</a>
  ${problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${problem}</span></p>` : nothing}
  ${persona ? html`${head()}${checkView(persona)}${form()}${ending()}` : nothing}
</div>`;

const head = () => html`<header class="persona-head">
  ${portrait(persona.name, 'large', persona.portrait)}
  <div>
    <h1 tabindex="-1" dir="auto">${persona.name}</h1>
    <p class="quiet">${t(`origin.${persona.origin}`)} · ${t('scenes', persona.scenes)} · ${t('lines', persona.turns)}</p>
    <div class="row">
      <a class="button primary" href=${hashOf('talk', persona.name)}>${icon('talk')}${t('made.talk')}</a>
      <button type="button" class="button" @click=${takeAlong}>${icon('export')}${t('persona.export')}</button>
      <label class="button as-button">${icon('picture')}${t('portrait.choose')}
        <input class="for-ears" type="file" accept=${PICTURES} @change=${(chosen) => give(chosen.target.files[0])}></label>
      ${persona.portrait ? html`<button type="button" class="button" @click=${draw}>${t('portrait.draw')}</button>` : nothing}
    </div>
  </div>
</header>`;

const form = () => html`<form class="form persona-form" @submit=${save}>
  <h2>${t('persona.words')}</h2>
  ${persona.origin === 'workspace' ? nothing : html`<p class="quiet">${t('persona.copy')}</p>`}
  ${TEXTS.map((key) => html`<label class="field"><span>${t(`persona.${key}`)}</span>
    <textarea name=${key} rows=${key === 'instructions' ? 8 : 3} dir="auto" .defaultValue=${persona[key] ?? ''}></textarea>
    <small>${t(`persona.${key}.how`)}</small></label>`)}
  ${LISTS.map((key) => html`<label class="field"><span>${t(`persona.${key}`)}</span>
    <textarea name=${key} rows=${Math.max(2, persona[key].length)} dir="auto" .defaultValue=${persona[key].join('\n')}></textarea>
    <small>${t(`persona.${key}.how`)}</small></label>`)}
  <fieldset class="field">
    <legend>${t('scope')}</legend>
    <div class="scopes">${['facts', 'play'].map((one) => html`<label class="pick scope">
      <input type="radio" name="scope" value=${one} ?checked=${persona.scope === one}>
      <span><b>${t(`scope.${one}`)}</b><small>${t(`scope.${one}.how`)}</small></span></label>`)}</div>
  </fieldset>
  <div class="row end"><button class="button primary">${t('save')}</button></div>
</form>`;

const ending = () =>
  persona.origin !== 'workspace'
    ? nothing
    : html`<section class="ending">
        <button type="button" class="button danger" @click=${askRemove}>${icon('trash')}${t('persona.remove')}</button>
      </section>`;

const save = tried(async (sent) => {
  sent.preventDefault();
  const given = new FormData(sent.target);
  const body = { scope: given.get('scope') };
  for (const key of TEXTS) body[key] = given.get(key).trim();
  for (const key of LISTS) body[key] = given.get(key).split('\n').map((line) => line.trim()).filter(Boolean);
  persona = await patch(path`personas/${persona.name}`, body);
  forgetCheck();
  done(t('saved', persona.name));
  await loadPeople();
});

const takeAlong = tried(() => download(path`personas/${persona.name}/export`, {}, `${persona.name}.zip`));

const give = tried(async (file) => {
  if (!file) return;
  if (file.size > LARGEST) throw Object.assign(new Error(t('portrait.large')), { key: 'portrait.large' });
  await upload(path`personas/${persona.name}/portrait`, file);
  await changedPicture();
});

const draw = tried(async () => {
  await remove(path`personas/${persona.name}/portrait`);
  await changedPicture();
});

async function changedPicture() {
  forgetPicture(path`personas/${persona.name}/portrait`);
  await Promise.all([arrive(persona.name), loadPeople()]);
}

const askRemove = () =>
  confirm(t('persona.remove'), t('persona.remove.sure', persona.name), t('persona.remove'), tried(async () => {
    await remove(path`personas/${persona.name}`);
    done(t('persona.removed', persona.name));
    await loadPeople();
    go('make');
  }));
