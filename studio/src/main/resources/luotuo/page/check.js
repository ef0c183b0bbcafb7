// The check of a character as a picture: a dot for each question that it was asked, and a sentence that says what it means.

import { html, nothing, svg } from '/lib/lit-html/lit-html.js';
import { path } from './api.js';
import { icon } from './icons.js';
import { refresh } from './render.js';
import { stream } from './stream.js';
import { t } from './words.js';

const MOST_DOTS = 100;
const ACROSS = 20;
const GAP = 15;

const check = { of: '', progress: null, found: null, problem: '', halt: null };

export function forgetCheck() {
  check.halt?.abort();
  Object.assign(check, { of: '', progress: null, found: null, problem: '', halt: null });
}

export const checkView = (persona) => html`<section class="check-card">
  <h2>${t('check')}</h2>
  ${check.found ? picture(check.found) : html`<p>${t('check.how', persona.name)}</p>`}
  ${check.problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${check.problem}</span></p>` : nothing}
  ${check.progress
    ? html`<div class="progress" role="status"><span>${t('check.asking')} ${check.progress.done} / ${check.progress.total}</span>
        <progress max=${check.progress.total || 1} value=${check.progress.done} aria-label=${t('check.asking')}></progress>
        <button type="button" class="button small" @click=${forget}>${t('stop')}</button></div>`
    : html`<button type="button" class="button" @click=${() => run(persona.name)}>
        ${icon('check')}${t(check.found ? 'check.again' : 'check.run')}</button>`}
</section>`;

const forget = () => (forgetCheck(), refresh());

async function run(name) {
  forgetCheck();
  const mine = new AbortController();
  Object.assign(check, { of: name, progress: { done: 0, total: 0 }, halt: mine });
  refresh();
  try {
    check.found = await stream(path`personas/${name}/check`, {}, {
      wanted: 'check',
      on: { progress: (data) => ((check.progress = data), refresh()) },
      signal: mine.signal,
    });
  } catch (failure) {
    if (failure.name === 'AbortError') return; // stopped: everything is forgotten already
    check.problem = failure.message;
  }
  check.progress = null;
  refresh();
}

const picture = (found) => {
  const own = [
    ['right', found.right],
    ['wrong', found.answered - found.right],
    ['declined', found.asked - found.answered],
  ];
  const foreign = [
    ['right', found.declined],
    ['wrong', found.foreign - found.declined],
  ];
  return html`
    <p class="check-words">${t('check.words', found)}</p>
    <div class="check-pictures">
      ${found.asked > 0 ? dots(t('check.own', found.asked), own, 'own') : nothing}
      ${found.foreign > 0 ? dots(t('check.foreign', found.foreign), foreign, 'foreign') : nothing}
    </div>
    ${questions(t('check.unanswered'), found.unanswered)}
    ${questions(t('check.taken'), found.taken)}`;
};

/** @param counts `[kind, number]`; of more than a hundred each dot stands for several */
function dots(caption, counts, whose) {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const kinds = spread(counts, all, Math.min(all, MOST_DOTS));
  const height = Math.ceil(kinds.length / ACROSS) * GAP;
  return html`<figure class="check-picture">
    <figcaption>${caption}</figcaption>
    <svg viewBox="0 0 ${ACROSS * GAP} ${height}" role="img"
      aria-label=${counts.map(([kind, count]) => `${t(`check.${whose}.${kind}`)} ${count}`).join(', ')}>
      ${kinds.map((kind, i) => dot(kind, (i % ACROSS) * GAP + GAP / 2, Math.floor(i / ACROSS) * GAP + GAP / 2))}
    </svg>
    <ul class="legend">${counts.map(([kind, count]) => html`<li>
      <svg viewBox="0 0 15 15" width="15" height="15" aria-hidden="true">${dot(kind, 7.5, 7.5)}</svg>
      ${t(`check.${whose}.${kind}`)} <b>${count}</b></li>`)}</ul>
  </figure>`;
}

/** Told apart by shape as well as by colour: full, crossed, hollow. */
function dot(kind, x, y) {
  if (kind === 'wrong') return svg`<path class="dot wrong" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}"></path>`;
  return svg`<circle class="dot ${kind}" cx=${x} cy=${y} r="4.5"></circle>`;
}

/** As many kinds as there are dots, in the shares of the counts. */
function spread(counts, all, dotCount) {
  const kinds = [];
  let sum = 0;
  for (const [kind, count] of counts) {
    sum += count;
    while (kinds.length < Math.round((sum * dotCount) / all)) kinds.push(kind);
  }
  return kinds;
}

const questions = (words, list) =>
  list.length === 0
    ? nothing
    : html`<details><summary>${words} (${list.length})</summary><ul class="plain-list">
        ${list.map((question) => html`<li dir="auto">${question}</li>`)}</ul></details>`;
