// The place where people talk to characters.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { path } from './api.js';
import { openBranches } from './branches.js';
import { composer } from './composer.js';
import { draft, enter, say, talk, turnsOf } from './conversation.js';
import { beside, evidence } from './evidence.js';
import { exporter } from './exporter.js';
import { icon } from './icons.js';
import { openMemories } from './memories.js';
import { people, peopleCards } from './people.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { hashOf } from './route.js';
import { caravan } from './scenery.js';
import { shelf } from './shelf.js';
import { status } from './status.js';
import { lastTalk, loadLatest, openTalks } from './talks.js';
import { brokenView, liveView, turnView } from './turn.js';
import { t } from './words.js';

let following = true; // the newest words are kept in sight until somebody scrolls up

export async function arrive({ name, id }) {
  if (!name) return;
  following = true;
  loadLatest(name);
  await enter(name, id);
}

export const title = ({ name }) => name || t('talk');

export const view = ({ name }) => (name && talk ? conversation() : start());

/** Nobody is chosen: who is there. */
const start = () => html`<div class="start">
  <div class="start-head">
    ${caravan()}
    <h1 tabindex="-1">${t('start')}</h1>
    <p>${t('start.how')}</p>
  </div>
  ${people.problem ? html`<p class="trouble" role="alert">${icon('warn')}<span>${people.problem}</span></p>` : nothing}
  ${peopleCards()}
  ${status.firstVisit && shelf.ready && shelf.used === 'own-lines' && shelf.here().length === 0 ? hint() : nothing}
</div>`;

const hint = () => html`<aside class="hint" aria-label=${t('hint')}>
  <p>${t('hint.ownLines')} <a href=${hashOf('models')}>${t('hint.model')}</a></p>
</aside>`;

const conversation = () => html`<div class="talk ${shownTurn() && beside() ? 'with-evidence' : ''}">
  <div class="talk-column">
    ${head()}
    <div class="talk-scroll" @scroll=${onScroll} tabindex="0" role="region" aria-label=${t('talk.with', talk.name)}>
      ${talk.problem
        ? html`<div class="talk-words"><div class="trouble" role="alert">${icon('warn')}<span>${talk.problem}</span>
            <button type="button" class="button small" @click=${() => enter(talk.name, talk.id)}>${t('retry')}</button></div></div>`
        : words()}
    </div>
    ${following ? nothing : html`<button type="button" class="to-end icon-button" aria-label=${t('toEnd')} @click=${toEnd}>${icon('down')}</button>`}
    ${talk.problem ? nothing : talk.silent ? silence() : composer(talk)}
  </div>
  ${beside() && shownTurn() ? html`<aside class="evidence" aria-label=${t('evidence')}>
    <h2>${t('evidence')}</h2>${evidence(talk.name, shownTurn())}</aside>` : nothing}
</div>`;

const silence = () => html`<p class="trouble calm top">${icon('warn')}<span>${talk.silent}</span></p>`;

const shownTurn = () => turnsOf(talk).find((turn) => turn.turn === talk.shown) ?? turnsOf(talk).at(-1);

const head = () => html`<header class="talk-head">
  <a class="icon-button only-phone" href=${hashOf('talk')} aria-label=${t('back')}>${icon('back')}</a>
  ${portrait(talk.name, 'small', talk.persona?.portrait)}
  <div class="talk-who">
    <h1 tabindex="-1" dir="auto">${talk.name}</h1>
    ${talk.persona ? html`<span class="quiet">${t(`scope.${talk.persona.scope}.short`)} · ${t('scenes', talk.persona.scenes)}</span>` : nothing}
  </div>
  <nav class="talk-actions" aria-label=${t('talk.actions')}>
    ${turnsOf(talk).length > 0 ? way('plus', t('talk.new'), hashOf('talk', talk.name)) : nothing}
    ${button('history', t('talks'), () => openTalks(talk.name))}
    ${talk.conversation?.branches > 1 && !talk.live ? button('branches', t('branches'), () => openBranches(talk)) : nothing}
    ${button('memory', t('memories'), () => openMemories(talk.name, talk.as))}
    ${turnsOf(talk).length > 0 ? exporter(path`conversations/${talk.id}/export`, talk.name) : nothing}
    ${way('edit', t('persona.edit', talk.name), hashOf('make', talk.name), 'only-desk')}
  </nav>
</header>`;

const way = (name, words, href, where = '') => html`<a class="icon-button ${where}" href=${href} aria-label=${words} title=${words}>
  ${icon(name)}</a>`;

const button = (name, words, action) => html`<button type="button" class="icon-button" aria-label=${words} title=${words}
  @click=${action}>${icon(name)}</button>`;

function words() {
  const turns = talk.live ? turnsOf(talk).slice(0, talk.live.at) : turnsOf(talk);
  if (turns.length === 0 && !talk.live && !talk.broken) return talk.persona ? opening() : nothing;
  return html`<ol class="talk-words" aria-busy=${talk.live ? 'true' : 'false'}>
    ${repeat(turns, (turn) => turn.turn, (turn, i) => turnView(talk, turn, i === turns.length - 1))}
    ${talk.live ? liveView(talk, talk.live) : nothing}
    ${talk.broken && !talk.live ? brokenView(talk, talk.broken) : nothing}
  </ol>`;
}

/** Nothing was said yet: a greeting, and what may be asked. */
const opening = () => html`<div class="opening" lang=${talk.persona.language}>
  ${portrait(talk.name, 'large', talk.persona.portrait)}
  <p class="opening-name" dir="auto">${talk.name}</p>
  ${talk.persona.greeting ? html`<p class="opening-greeting" dir="auto">${talk.persona.greeting}</p>` : nothing}
  ${talk.persona.questions.length > 0
    ? html`<h2 lang=${t('lang')}>${t('ask')}</h2>
      <ul class="questions">${talk.persona.questions.map((question) => html`<li>
        <button type="button" class="question" dir="auto" @click=${() => (draft(talk, question), say(talk))}>${question}</button>
      </li>`)}</ul>` : nothing}
  ${goOn(lastTalk(talk.name))}
</div>`;

const goOn = (last) =>
  last
    ? html`<p class="quiet" lang=${t('lang')}>
        <a href=${hashOf('talk', last.persona, last.id)} dir="auto">${t('talk.goOn', last.opening)}</a></p>`
    : nothing;

function onScroll({ target }) {
  const atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 80;
  if (atEnd === following) return;
  following = atEnd;
  refresh();
}

function toEnd() {
  following = true;
  refresh();
}

/** After the page was drawn: the newest words come into sight. */
export function drawn() {
  const scroll = document.querySelector('.talk-scroll');
  if (scroll && following) scroll.scrollTop = scroll.scrollHeight;
}
