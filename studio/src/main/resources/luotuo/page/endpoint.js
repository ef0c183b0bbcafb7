// A server that speaks OpenAI's protocol: where it is, what it is called there, its key, and whether it answers.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { post, put } from './api.js';
import { seconds } from './figures.js';
import { icon } from './icons.js';
import { done } from './notes.js';
import { refresh } from './render.js';
import { loadShelf } from './shelf.js';
import { t } from './words.js';

const state = { busy: false, problem: '', answer: null, models: [] };

export const endpoint = () => html`<section>
  <h2>${t('endpoint')}</h2>
  <p>${t('endpoint.how')}</p>
  <form class="form endpoint" @submit=${use}>
    <label class="field"><span>${t('endpoint.url')}</span>
      <input name="url" type="url" required placeholder="http://localhost:11434/v1" autocomplete="off" @input=${forget}></label>
    <label class="field"><span>${t('endpoint.model')}</span>
      <input name="model" required placeholder="qwen3:0.6b" autocomplete="off" list="endpoint-models" @input=${forget}></label>
    <datalist id="endpoint-models">${state.models.map((name) => html`<option value=${name}></option>`)}</datalist>
    <label class="field"><span>${t('endpoint.key')}</span>
      <input name="key" type="password" autocomplete="off" @input=${forget}><small>${t('endpoint.key.how')}</small></label>
    <div class="row end">
      <button type="button" class="button" ?disabled=${state.busy} @click=${(click) => test(click.target.form)}>${t('endpoint.test')}</button>
      <button class="button primary" ?disabled=${state.busy}>${t('endpoint.use')}</button>
    </div>
    <div role="status">
      ${state.busy ? html`<p class="quiet">${t('endpoint.asking')}</p>` : nothing}
      ${state.answer ? html`<p class="good-words">${icon('check')}<span dir="auto">${answered(state.answer)}</span></p>` : nothing}
      ${state.problem ? html`<p class="trouble">${icon('warn')}<span>${state.problem}</span></p>` : nothing}
    </div>
  </form>
</section>`;

const answered = ({ millis, reply }) => t('endpoint.answered', seconds(millis / 1000), reply);

const given = (form) => {
  const { url, model, key } = Object.fromEntries(new FormData(form));
  return { url: url.trim(), model: model.trim(), key: key || undefined };
};

function forget() {
  if (!state.answer && !state.problem) return;
  Object.assign(state, { answer: null, problem: '' });
  refresh();
}

const test = (form) =>
  form.reportValidity() &&
  asked(async () => {
    state.answer = await post('endpoints/test', given(form));
    state.models = state.answer.models ?? [];
  });

function use(sent) {
  sent.preventDefault();
  const form = sent.target;
  asked(async () => {
    await put('endpoints', given(form));
    form.elements.key.value = '';
    done(t('models.used', form.elements.model.value));
    await loadShelf();
  });
}

async function asked(work) {
  Object.assign(state, { busy: true, answer: null, problem: '' });
  refresh();
  try {
    await work();
  } catch (failure) {
    state.problem = failure.message;
  }
  state.busy = false;
  refresh();
}
