// What was understood of a transcript: who it is, how they speak, the scenes, and every choice that can be made otherwise.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { bar } from './why.js';
import { broken } from './brokenlines.js';
import { number } from './figures.js';
import { clashes, make, making, reread, startOver } from './making.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { lines } from './scenes.js';
import { t } from './words.js';

const FORMS = ['', 'interview', 'plain', 'chatharuhi', 'markdown', 'novel'];
const SPEAKERS = 8;

export const understood = () => {
  const { preview, choice } = making;
  return html`<div class="understood">
    <p class="understood-words">${portrait(choice.name || '?', 'middle')}
      <span>${t('understood', preview.scenes, preview.turns, preview.speakers.length, preview.lines.reported)}</span></p>
    <form class="form" @submit=${(sent) => (sent.preventDefault(), make())}>
      ${whoIsIt(preview, choice)}
      ${aliases(preview, choice)}
      ${scope(choice)}
      ${clash(choice)}
      <div class="row end">
        <button type="button" class="button" @click=${() => (startOver(), refresh())}>${t('make.other')}</button>
        <button class="button primary" ?disabled=${!choice.name || making.progress}>${t('make.make', choice.name)}</button>
      </div>
    </form>
    ${preview.reports.length > 0 ? broken(preview) : nothing}
    <section>
      <h2>${t('understood.scenes')}</h2>
      ${preview.sample.map((scene) => html`<details class="scene" ?open=${scene === preview.sample[0]}>
        <summary>${t('scene', scene.scene)} <span class="quiet">${t('lines', scene.turns.length + (scene.more ?? 0))}</span></summary>
        ${lines(scene.turns, choice.speaker)}
        ${scene.more > 0 ? html`<p class="quiet">${t('scene.more', scene.more)}</p>` : nothing}
      </details>`)}
      ${preview.scenes > preview.sample.length
        ? html`<p class="quiet">${t('understood.more', preview.scenes - preview.sample.length)}</p>` : nothing}
    </section>
    ${reading(preview, choice)}
  </div>`;
};

const whoIsIt = (preview, choice) => html`<fieldset class="field">
  <legend>${t('who')}</legend>
  <div class="who">
    ${preview.nameProposals.slice(0, 5).map((one) => html`<label class="pick">
      <input type="radio" name="who" .checked=${choice.speaker === one.name}
        @change=${() => set({ speaker: one.name, name: one.name })}>
      ${portrait(one.name, 'small')}
      <span dir="auto">${one.name}</span> <span class="quiet">${t('lines', one.turns)}</span>
    </label>`)}
  </div>
  <label class="field"><span>${t('who.called')}</span>
    <input .value=${choice.name} required maxlength="60" dir="auto" @change=${(typed) => name(typed.target.value.trim())}></label>
  ${making.note ? html`<p class="trouble calm">${making.note}</p>` : nothing}
  <small>${t('who.how')}</small>
</fieldset>`;

const aliases = (preview, choice) =>
  preview.aliasProposals.length === 0 && choice.aliases.length === 0
    ? nothing
    : html`<fieldset class="field">
        <legend>${t('aliases')}</legend>
        ${allAliases(preview, choice).map((one) => html`<label class="check">
          <input type="checkbox" .checked=${choice.aliases.includes(one.alias)}
            @change=${(ticked) => alias(one.alias, ticked.target.checked)}>
          <span><b dir="auto">${one.alias}</b>${one.of ? html` ${t('aliases.of', one.of)}` : nothing}
            ${one.why ? html`<span class="quiet">${one.why}</span>` : nothing}</span>
        </label>`)}
      </fieldset>`;

const allAliases = (preview, choice) => [
  ...preview.aliasProposals,
  ...choice.aliases
    .filter((alias) => !preview.aliasProposals.some((one) => one.alias === alias))
    .map((alias) => ({ alias })),
];

const scope = (choice) => html`<fieldset class="field">
  <legend>${t('scope')}</legend>
  <div class="scopes">
    ${['facts', 'play'].map((one) => html`<label class="pick scope">
      <input type="radio" name="scope" .checked=${choice.scope === one} @change=${() => set({ scope: one })}>
      <span><b>${t(`scope.${one}`)}</b><small>${t(`scope.${one}.how`)}</small></span>
    </label>`)}
  </div>
</fieldset>`;

/** A character of this name is there already. */
const clash = (choice) =>
  !clashes()
    ? nothing
    : html`<fieldset class="field">
        <legend>${t('clash', choice.name)}</legend>
        ${['replace', 'merge'].map((mode) => html`<label class="check">
          <input type="radio" name="mode" .checked=${(choice.mode || 'replace') === mode} @change=${() => set({ mode })}>
          <span>${t(`clash.${mode}`)}</span></label>`)}
      </fieldset>`;

/** How the text was read: the form, the language, who speaks how much, and where every line went. */
const reading = (preview, choice) => html`<section class="reading">
  <h2>${t('reading')}</h2>
  <div class="row">
    <label class="field"><span>${t('reading.form')}</span>
      <select @change=${(chosen) => set({ format: chosen.target.value })}>
        ${FORMS.map((form) => html`<option value=${form} ?selected=${form === choice.format}>
          ${form ? t(`form.${form}`) : t('reading.detected', t(`form.${preview.format}`))}</option>`)}
      </select></label>
    <label class="field"><span>${t('reading.language')}</span>
      <select @change=${(chosen) => set({ language: chosen.target.value })}>
        ${['', 'zh', 'en'].map((code) => html`<option value=${code} ?selected=${code === choice.language}>
          ${code ? t(`language.${code}`) : t('reading.detected', t(`language.${preview.language}`))}</option>`)}
      </select></label>
  </div>
  <ul class="speakers">
    ${preview.speakers.slice(0, SPEAKERS).map((one) => html`<li>
      <span dir="auto">${one.name}</span>${bar(one.turns / preview.speakers[0].turns)}<span>${number(one.turns)}</span></li>`)}
  </ul>
  <p class="quiet">${t('reading.lines', preview.lines)}</p>
</section>`;

function name(words) {
  if (words) set({ name: words });
}

function alias(one, on) {
  const others = making.choice.aliases.filter((other) => other !== one);
  set({ aliases: on ? [...others, one] : others });
}

function set(change) {
  Object.assign(making.choice, change);
  refresh();
  reread();
}
