// One model: what it is, and how it comes here, with its terms, its progress and its end.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { path, remove } from './api.js';
import { close, confirm, open } from './dialogs.js';
import { bytes, seconds, share } from './figures.js';
import { icon } from './icons.js';
import { plain } from './markdown.js';
import { done, tried } from './notes.js';
import { refresh } from './render.js';
import { loadShelf } from './shelf.js';
import { stream } from './stream.js';
import { hasWords, t } from './words.js';

const pulls = new Map(); // name → {done, total, perSecond, etaSeconds, trouble, problem, halt}

export const modelCard = (model) => html`<article class="model" aria-label=${model.title}>
  <div class="model-words">
    <h4 dir="auto">${model.title} ${badges(model)}</h4>
    <p class="quiet">${facts(model).join(' · ')}</p>
    ${pullView(model, pulls.get(model.name))}
  </div>
  <div class="model-ways">${ways(model, pulls.get(model.name))}</div>
</article>`;

const badges = (model) => html`
  ${model.tried ? html`<span class="badge good">${t('model.tried')}</span>` : html`<span class="badge">${t('model.untried')}</span>`}
  ${model.agreement ? html`<span class="badge">${t('model.terms')}</span>` : nothing}`;

const facts = (model) => [
  model.name,
  bytes(model.bytes, model.exact),
  model.licence || t('model.licence.unknown'),
  (model.languages ?? []).map(languageName).filter(unique).join(t('comma')),
  model.context > 0 ? t('model.context', Math.round(model.context / 1024)) : '',
].filter(Boolean);

const languageName = (code) => t(hasWords(`language.${code}`) ? `language.${code}` : 'language.other');

const unique = (one, i, all) => all.indexOf(one) === i;

function ways(model, pull) {
  if (pull?.halt) return html`<button type="button" class="button" @click=${() => pull.halt.abort()}>${icon('stop')}${t('stop')}</button>`;
  return html`
    <button type="button" class="button" @click=${() => (model.agreement ? terms(model) : pullModel(model))}>
      ${icon('export')}${t(model.begunBytes > 0 ? 'pull.on' : 'pull')}</button>
    ${model.begunBytes > 0 ? removeButton(model) : nothing}`;
}

export const removeButton = (model) => html`<button type="button" class="icon-button" aria-label=${t('model.remove', model.title)}
  title=${t('model.remove', model.title)} @click=${() => askRemove(model)}>${icon('trash')}</button>`;

function pullView(model, pull) {
  if (!pull) return begun(model);
  return html`
    ${pull.problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${pull.problem}</span></p>` : nothing}
    ${pull.trouble ? html`<p class="quiet">${pull.trouble}</p>` : nothing}
    ${pull.halt ? html`<div class="progress">
      ${pull.total > 0
        ? html`<progress max=${pull.total} value=${pull.done} aria-label=${t('pull.of', model.title)}></progress>`
        : html`<progress aria-label=${t('pull.of', model.title)}></progress>`}
      <span class="figures">${bytes(pull.done)} / ${bytes(pull.total)}${pull.perSecond > 0
        ? html` · ${bytes(pull.perSecond)}/s · ${t('pull.left', seconds(pull.etaSeconds))}` : nothing}</span>
    </div>` : nothing}`;
}

const begun = (model) =>
  model.begunBytes > 0 && !model.here
    ? html`<p class="quiet">${t('pull.begun', share(model.begunBytes / model.bytes))}</p>`
    : nothing;

/** Terms are read and accepted before anything comes. */
function terms(model) {
  const accept = (sent) => (sent.preventDefault(), close(), pullModel(model));
  open({
    title: () => t('terms', model.title),
    body: () => html`<form class="form" @submit=${accept}>
      <p>${t('terms.words', model.licence)}</p>
      ${model.licencePage ? html`<p>${plain(model.licencePage)}</p>` : nothing}
      <label class="check"><input type="checkbox" required><span>${t('terms.accept')}</span></label>
      <div class="row end"><button type="button" class="button" @click=${close}>${t('no')}</button>
        <button class="button primary">${t('pull')}</button></div>
    </form>`,
  });
}

async function pullModel(model) {
  const pull = { done: model.begunBytes ?? 0, total: model.bytes, perSecond: 0, trouble: '', problem: '', halt: new AbortController() };
  pulls.set(model.name, pull);
  refresh();
  try {
    await stream(path`models/${model.name}/pull`, { accepted: model.agreement }, {
      wanted: 'model',
      on: {
        progress: (data) => (Object.assign(pull, data), refresh()),
        trouble: ({ message }) => ((pull.trouble = message), refresh()),
      },
      signal: pull.halt.signal,
    });
    pulls.delete(model.name);
    done(t('pull.done', model.title));
  } catch (failure) {
    pull.halt = null;
    if (failure.name === 'AbortError') pulls.delete(model.name);
    else pull.problem = failure.message;
  }
  await loadShelf();
}

const askRemove = (model) =>
  confirm(t('model.remove', model.title), t('model.remove.sure', bytes(model.here ? model.bytes : model.begunBytes)), t('drop'), tried(async () => {
    await remove(path`models/${model.name}`);
    pulls.delete(model.name);
    await loadShelf();
  }));
