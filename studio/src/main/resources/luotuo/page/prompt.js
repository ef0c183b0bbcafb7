// The exact prompt that a model was given, with a bar of where its tokens went.

import { html, nothing, svg } from '/lib/lit-html/lit-html.js';
import { get, path } from './api.js';
import { open } from './dialogs.js';
import { number } from './figures.js';
import { tried } from './notes.js';
import { hasWords, t } from './words.js';

/** Opens it for a turn. */
export const openPrompt = tried(async (talk, turn) => {
  const prompt = await get(path`conversations/${talk.id}/turns/${turn.turn}/prompt`);
  open({ title: () => t('prompt'), body: () => body(prompt, turn), wide: true });
});

const body = (prompt, turn) => html`
  <p>${tokens(prompt, turn)}</p>
  ${split(prompt)}
  <ul class="split-words">
    ${prompt.parts.map((part, i) => html`<li>
      <span class="split-key part-${i % 6}"></span>
      ${partName(part.kind)} <strong>${number(part.tokens)}</strong>
      ${part.leftOut.length > 0 ? html`<span class="quiet" dir="auto">${t('prompt.leftOut', part.leftOut)}</span>` : nothing}
    </li>`)}
  </ul>
  ${prompt.messages.map((message) => html`<section class="prompt-message">
    <h3>${hasWords(`role.${message.role}`) ? t(`role.${message.role}`) : message.role}</h3>
    <pre tabindex="0" dir="auto">${message.text}</pre>
  </section>`)}`;

const tokens = (prompt, turn) =>
  [
    t('prompt.tokens', number(prompt.tokens), turn.voice),
    turn.tokens.cached > 0 ? t('prompt.cached', number(turn.tokens.cached)) : '',
    turn.tokens.counted ? '' : t('prompt.estimated'),
  ].join(t('space'));

const partName = (kind) => (hasWords(`part.${kind}`) ? t(`part.${kind}`) : kind);

/** The parts side by side, as wide as they have tokens. */
function split(prompt) {
  const all = prompt.parts.reduce((sum, part) => sum + part.tokens, 0) || 1;
  let x = 0;
  const label = prompt.parts.map((part) => `${partName(part.kind)} ${part.tokens}`).join(', ');
  return html`<svg class="split" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${prompt.parts.map((part, i) => {
      const width = (1000 * part.tokens) / all;
      const from = x;
      x += width;
      return svg`<rect class="part-${i % 6}" x=${from} width=${Math.max(0, width - 2)} height="24"></rect>`;
    })}
  </svg>`;
}
