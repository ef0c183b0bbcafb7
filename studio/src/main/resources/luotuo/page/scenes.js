// A scene as it was told: its lines, one of them marked.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { ref } from '/lib/lit-html/directives/ref.js';
import { get, path } from './api.js';
import { refresh } from './render.js';
import { t } from './words.js';

const read = new Map(); // path → the scene, once it is here

/** @returns the scene, or nothing while it is on its way; a problem is told in its place */
export function sceneOf(persona, scene) {
  const where = path`personas/${persona}/scenes/${scene}`;
  if (!read.has(where)) {
    read.set(where, null);
    fetchScene(where);
  }
  return read.get(where);
}

/** A character was changed or made anew: its scenes are read again. */
export const forgetScenes = () => read.clear();

async function fetchScene(where) {
  try {
    read.set(where, await get(where));
  } catch (failure) {
    read.set(where, { problem: failure.message, turns: [] });
  }
  refresh();
}

/** @param marked whether a line is to stand out: of `{file, line}`
 * @param hero the one whose own lines are set apart */
export const lines = (turns, hero, marked = () => false) => html`<ol class="scene-lines">
  ${turns.map((turn) => html`<li class="scene-line ${turn.kind} ${turn.speaker === hero ? 'own' : ''}
      ${marked(turn) ? 'marked' : ''}" aria-current=${marked(turn) ? 'true' : nothing} ${marked(turn) ? ref(toMiddle) : nothing}>
    ${turn.speaker ? html`<span class="scene-speaker" dir="auto">${turn.speaker}</span>` : nothing}
    <span class="scene-text" dir="auto">${turn.kind === 'did' ? t('did', turn.text) : turn.text}</span>
    <span class="scene-place">${turn.line}</span>
  </li>`)}
</ol>`;

/** Scrolls the marked line into the middle of the window that it is shown in. */
function toMiddle(line) {
  requestAnimationFrame(() => {
    const window = line?.closest('.scene-window');
    if (window) window.scrollTop = line.offsetTop - (window.clientHeight - line.clientHeight) / 2;
  });
}
