// What a reply rests on: the scene opened at its line, and why it came to mind.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { guard } from '/lib/lit-html/directives/guard.js';
import { keyed } from '/lib/lit-html/directives/keyed.js';
import { path, post } from './api.js';
import { open } from './dialogs.js';
import { icon } from './icons.js';
import { tried } from './notes.js';
import { refresh } from './render.js';
import { lines, sceneOf } from './scenes.js';
import { t } from './words.js';
import { whyView } from './why.js';

const BESIDE = matchMedia('(min-width: 1120px)');
const recalled = new Map(); // turn → what came to mind
BESIDE.addEventListener('change', refresh);

/** Whether evidence stands beside the talk; else it comes as a sheet. */
export const beside = () => BESIDE.matches;

/** Shows the evidence of a turn: beside the talk, or as a sheet. */
export function show(talk, turn) {
  talk.shown = turn.turn;
  const sheet = { title: () => t('evidence'), body: () => evidence(talk.name, turn), wide: true };
  if (!beside()) open(sheet);
  refresh();
}

/** @param turn the one that is asked about */
export const evidence = (name, turn) => html`
  <blockquote class="evidence-question" dir="auto">${turn.question}</blockquote>
  ${turn.evidence.length === 0 ? none(name, turn) : nothing}
  ${turn.evidence.map((one) => keyed(`${one.scene}:${one.line}`, card(name, one)))}
  ${turn.why && turn.evidence.length > 0
    ? html`<section class="evidence-why"><h3>${t('why')}</h3>${whyView(turn.why)}</section>` : nothing}`;

const card = (name, one) => {
  const scene = sceneOf(name, one.scene);
  const here = (turn) => turn.file === one.file && turn.line === one.line;
  return html`<section class="evidence-card" aria-label=${t('evidence.of', one.scene)}>
    <header>
      <h3 dir="auto">${t('scene', one.scene)}</h3>
      ${place(one.file, one.line)}
    </header>
    <div class="scene-window" tabindex="0" role="group" aria-label=${t('scene', one.scene)}>
      ${scene === null ? html`<p class="quiet">${t('loading')}</p>` : nothing}
      ${scene?.problem ? html`<p class="wrong-words">${scene.problem}</p>` : nothing}
      ${scene ? guard([scene, one.line], () => lines(scene.turns, name, here)) : nothing}
    </div>
    ${one.restsOn?.length > 0
      ? html`<p class="quiet">${t('restsOn')} ${one.restsOn.map((at) => place(at.file, at.line))}</p>`
      : nothing}
    ${one.found ? html`<p class="quiet">${t(`found.${one.found}`)}</p>` : nothing}
  </section>`;
};

const place = (file, line) => html`<code class="place" dir="auto">${file}:${line}</code> `;

const none = (name, turn) => html`<section class="evidence-card">
  <p>${turn.outOfScope ? t('evidence.declined', name) : t('evidence.none')}</p>
  ${turn.outOfScope ? whyView(turn.why) : nothing}
  ${turn.outOfScope ? nearest(name, turn) : nothing}
</section>`;

/** What came to mind and was not near enough. */
function nearest(name, turn) {
  const found = recalled.get(turn.turn);
  if (!found) {
    return html`<button type="button" class="button" @click=${() => recall(name, turn)}>
      ${icon('search')}${t('recall')}</button>`;
  }
  return html`<h4>${t(found.length > 0 ? 'recall.found' : 'recall.nothing')}</h4>
    <ul class="recalls">
      ${found.map((one) => html`<li>
        <code class="place" dir="auto">${t('scene', one.scene)} · ${one.file}:${one.line}</code>
        ${lines(one.turns.slice(0, 4), name)}
      </li>`)}
    </ul>`;
}

const recall = tried(async (name, turn) => {
  const { recalls } = await post(path`personas/${name}/recall`, { query: turn.question, limit: 3 });
  recalled.set(turn.turn, recalls);
  refresh();
});
