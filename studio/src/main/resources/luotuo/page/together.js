// The place where characters talk among themselves, and people with several of them.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { live } from '/lib/lit-html/directives/live.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { get, path, remove } from './api.js';
import { chips, opener } from './circumstances.js';
import { onKey, picker } from './composer.js';
import { exporter } from './exporter.js';
import { confirm, open } from './dialogs.js';
import { evidence } from './evidence.js';
import { when } from './figures.js';
import { begin, draft, enter, go, group, halt, say } from './group.js';
import { icon } from './icons.js';
import { tried } from './notes.js';
import { known, people } from './people.js';
import { plain } from './markdown.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { go as goTo, hashOf } from './route.js';
import { waiting } from './turn.js';
import { t } from './words.js';

const MOST = 8;
const wish = { personas: [], topic: '' };
const earlier = { items: [], total: 0 };

export async function arrive({ name }) {
  if (name) await enter(name);
  else await loadEarlier();
}

export const title = ({ name }) => (name && group ? names(group) : t('together'));

export const view = ({ name }) => (name && group ? talk(group) : choose());

const names = ({ personas }) => personas.join(t('and'));

const loadEarlier = tried(async (from = 0) => {
  const found = await get('groups', { offset: from });
  earlier.items = (from === 0 ? [] : earlier.items).concat(found.items);
  earlier.total = found.total;
  refresh();
});

/** Who is to sit together, and about what. */
const choose = () => html`<div class="page together">
  <header class="page-head">
    <h1 tabindex="-1">${t('together')}</h1>
    <p>${t('together.how')}</p>
  </header>
  <form class="form" @submit=${(sent) => (sent.preventDefault(), start())}>
    <fieldset class="field">
      <legend>${t('together.who')}</legend>
      <div class="picks">${people.items.filter((one) => !one.problem).map((one) => html`<label class="pick">
        <input type="checkbox" .checked=${wish.personas.includes(one.name)}
          ?disabled=${wish.personas.length >= MOST && !wish.personas.includes(one.name)}
          @change=${(ticked) => tick(one.name, ticked.target.checked)}>
        ${portrait(one.name, 'small', one.portrait)}<span dir="auto">${one.name}</span></label>`)}</div>
    </fieldset>
    <label class="field"><span>${t('together.topic')}</span>
      <input .value=${wish.topic} maxlength="2000" dir="auto" placeholder=${t('together.topic.example')}
        @input=${(typed) => (wish.topic = typed.target.value)}></label>
    <div class="row end"><button class="button primary" ?disabled=${wish.personas.length < 2}>${t('together.begin')}</button></div>
  </form>
  ${earlier.items.length > 0 ? html`<section><h2>${t('together.earlier')}</h2>
    <ul class="talks">${earlier.items.map((one) => html`<li>
      <a href=${hashOf('group', one.id)}>
        <span class="talk-opening" dir="auto">${names(one)}</span>
        <span class="quiet" dir="auto">${[one.topic || one.opening, when(one.last), t('together.lines', one.lines)].filter(Boolean).join(' · ')}</span>
      </a>
      <button type="button" class="icon-button" aria-label=${t('together.drop', names(one))} @click=${() => drop(one)}>${icon('trash')}</button>
    </li>`)}</ul>
    ${earlier.items.length < earlier.total
      ? html`<button type="button" class="button" @click=${() => loadEarlier(earlier.items.length)}>${t('more')}</button>` : nothing}
  </section>` : nothing}
</div>`;

function tick(name, on) {
  wish.personas = wish.personas.filter((one) => one !== name);
  if (on) wish.personas.push(name);
  refresh();
}

const start = tried(async () => {
  const id = await begin(wish.personas, wish.topic.trim());
  Object.assign(wish, { personas: [], topic: '' });
  goTo('group', id);
});

const drop = (one) =>
  confirm(t('talks.drop'), t('talks.drop.sure', names(one)), t('drop'), tried(async () => {
    await remove(path`groups/${one.id}`);
    await loadEarlier();
  }));

const talk = (mine) => html`<div class="talk"><div class="talk-column">
  <header class="talk-head">
    <a class="icon-button" href=${hashOf('group')} aria-label=${t('together.all')}>${icon('back')}</a>
    <span class="portraits">${mine.personas.slice(0, 4).map((name) => portrait(name, 'small', known(name)?.portrait))}</span>
    <div class="talk-who">
      <h1 tabindex="-1" dir="auto">${names(mine)}</h1>
      <span class="quiet" dir="auto">${mine.topic || t('together')}</span>
    </div>
    ${mine.lines.length > 0
      ? html`<nav class="talk-actions" aria-label=${t('talk.actions')}>${exporter(path`groups/${mine.id}/export`, names(mine))}</nav>` : nothing}
  </header>
  <div class="talk-scroll" tabindex="0" role="region" aria-label=${t('together')}>
    ${mine.problem
      ? html`<div class="talk-words"><div class="trouble" role="alert">${icon('warn')}<span>${mine.problem}</span></div></div>`
      : words(mine)}
  </div>
  ${mine.problem ? nothing : composer(mine)}
</div></div>`;

const words = (mine) =>
  mine.lines.length === 0 && !mine.live && !mine.broken
    ? html`<div class="opening"><span class="portraits large">${mine.personas.map((name) => portrait(name, 'middle', known(name)?.portrait))}</span>
        <p class="opening-greeting">${t('together.here')}</p></div>`
    : html`<ol class="talk-words group-words" aria-busy=${mine.live ? 'true' : 'false'}>
        ${repeat(mine.lines, (line) => line.number, (line, i) => lineView(mine, line, mine.lines[i - 1]))}
        ${mine.live?.said ? html`<li><div class="asked"><div class="asked-words"><p dir="auto">${mine.live.said}</p></div></div></li>` : nothing}
        ${mine.live?.speaker ? coming(mine.live) : nothing}
        ${mine.live && !mine.live.speaker ? html`<li>${waiting(mine.live)}</li>` : nothing}
        ${mine.broken ? html`<li><div class="trouble" role="alert">${icon('warn')}<span>${mine.broken.message}</span>
          <button type="button" class="button small" @click=${mine.broken.retry}>${t('retry')}</button></div></li>` : nothing}
      </ol>`;

const lineView = (mine, line, before) =>
  mine.personas.includes(line.speaker)
    ? html`<li>${spoken(line.speaker, html`<div class="prose" dir="auto"><p class="as-said">${plain(line.text)}</p></div>
        ${overheard(mine, line)}${rests(line, before)}`)}</li>`
    : html`<li><div class="asked"><div class="asked-words">
        ${line.speaker ? html`<span class="asker" dir="auto">${line.speaker}</span>` : nothing}
        <p dir="auto">${line.text}</p></div></div>${overheard(mine, line)}</li>`;

const spoken = (name, inside) => html`<div class="replied">${portrait(name, 'small', known(name)?.portrait)}
  <div class="replied-words"><span class="replied-name" dir="auto">${name}</span>${inside}</div></div>`;

/** Who heard it, where not everybody did. */
function overheard(mine, line) {
  if (line.heard.length >= mine.personas.length) return nothing;
  const others = line.heard.filter((name) => name !== line.speaker);
  const words = others.length > 0 ? t('together.whispered', others.join(t('and'))) : t('together.onlyYou');
  return html`<p class="whisper">${words}</p>`;
}

function rests(line, before) {
  if (line.evidence.length === 0) return nothing;
  const [first] = line.evidence;
  const turn = { turn: line.number, question: before?.text ?? '', evidence: line.evidence, why: '', outOfScope: false };
  return html`<button type="button" class="rests-on"
    @click=${() => open({ title: () => t('evidence'), body: () => evidence(line.speaker, turn), wide: true })}>
    ${icon('quote')}<span dir="auto">${t('rests', line.evidence.length, `${first.file}:${first.line}`)}</span></button>`;
}

const coming = (one) => html`<li>${spoken(one.speaker, one.text
  ? html`<div class="prose" dir="auto"><p class="as-said">${plain(one.text)}</p></div>` : waiting(one))}</li>`;

const composer = (mine) => html`<form class="composer" @submit=${(sent) => (sent.preventDefault(), say(mine))}>
  ${chips(mine)}
  <div class="composer-box">
    ${opener(mine)}
    <select class="to" aria-label=${t('together.to')} @change=${(chosen) => ((mine.to = chosen.target.value), refresh())}>
      <option value="" ?selected=${!mine.to}>${t('together.everybody')}</option>
      ${mine.personas.map((name) => html`<option value=${name} ?selected=${mine.to === name}>${t('together.only', name)}</option>`)}
    </select>
    <textarea id="words" rows="1" dir="auto" enterkeyhint="send" autocomplete="off" aria-label=${t('together.say')}
      placeholder=${t('together.say')} .value=${live(mine.draft)} @input=${(typed) => draft(mine, typed.target.value)}
      @keydown=${(key) => (key.key === 'Escape' ? halt(mine) : onKey(key, () => say(mine)))}></textarea>
    ${mine.live
      ? html`<button type="button" class="round" aria-label=${t('stop')} title=${t('stop')} @click=${() => halt(mine)}>${icon('stop')}</button>`
      : html`<button class="round primary" aria-label=${t('send')} title=${t('send')}>${icon('send')}</button>`}
  </div>
  <div class="composer-foot">
    ${picker(mine)}
    <button type="button" class="link" ?disabled=${mine.live} @click=${() => go(mine)}>${t('together.go')}</button>
  </div>
</form>`;

/** After the page was drawn: the newest words come into sight. */
export function drawn() {
  const scroll = document.querySelector('.talk-scroll');
  if (scroll) scroll.scrollTop = scroll.scrollHeight;
}
