// The box where words are typed: Enter sends, Shift+Enter begins a line, an input method is left alone.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { live } from '/lib/lit-html/directives/live.js';
import { chips, opener } from './circumstances.js';
import { choose, draft, halt, say } from './conversation.js';
import { icon } from './icons.js';
import { shelf, voiceName } from './shelf.js';
import { t } from './words.js';

export const composer = (talk) => html`
  <form class="composer" @submit=${(sent) => (sent.preventDefault(), say(talk))}>
    ${chips(talk)}
    <div class="composer-box">
      ${opener(talk)}
      <textarea id="words" rows="1" dir="auto" enterkeyhint="send" autocomplete="off"
        aria-label=${t('say.to', talk.name)} placeholder=${t('say.to', talk.name)}
        .value=${live(talk.draft)}
        @input=${(typed) => draft(talk, typed.target.value)}
        @keydown=${(key) => (key.key === 'Escape' ? halt(talk) : onKey(key, () => say(talk)))}></textarea>
      ${talk.live
        ? html`<button type="button" class="round" aria-label=${t('stop')} title=${t('stop')} @click=${() => halt(talk)}>
            ${icon('stop')}</button>`
        : html`<button class="round primary" aria-label=${t('send')} title=${t('send')}>${icon('send')}</button>`}
    </div>
    <div class="composer-foot">
      ${picker(talk)}
      <span class="quiet keys">${t('keys')}</span>
    </div>
  </form>`;

/** @param send what Enter does; the Enter that ends a choice of an input method does nothing */
export function onKey(key, send) {
  const composing = key.isComposing || key.keyCode === 229; // Safari ends composing before the key
  if (key.key !== 'Enter' || key.shiftKey || composing) return;
  key.preventDefault();
  send();
}

/** Who finds the words, in this talk alone. */
export const picker = (talk) => html`<label class="picker">
  <span>${t('voice')}</span>
  <select @change=${(chosen) => choose(talk, chosen.target.value)}>
    <option value="" ?selected=${!talk.model}>${t('voice.default', voiceName(shelf.used))}</option>
    <option value="own-lines" ?selected=${talk.model === 'own-lines'}>${voiceName('own-lines')}</option>
    ${shelf.here().map((name) => html`<option value=${name} ?selected=${name === talk.model}>${name}</option>`)}
    ${talk.model && talk.model !== 'own-lines' && !shelf.here().includes(talk.model)
      ? html`<option value=${talk.model} selected>${talk.model}</option>` : nothing}
  </select>
</label>`;
