// Why something came to mind, read from the program's own account of it.

import { html, svg, nothing } from '/lib/lit-html/lit-html.js';
import { t } from './words.js';

const SHOWN = ['judged', 'asked', 'said', 'words', 'meaning'];

/** @param why such as `scene 052: told to 投资人; judged 0.98, asked 1.00, said 0.51, …` */
export function whyView(why) {
  const told = /told to ([^;]+);/.exec(why)?.[1];
  const short = /best line (-?\d\.\d+) < (\d\.\d+)/.exec(why);
  const signals = signalsOf(why);
  if (!told && !short && signals.length === 0) return why ? html`<p class="quiet">${why}</p>` : nothing;
  return html`
    ${short ? html`<p>${t('why.short', short[1], short[2])}</p>` : nothing}
    ${told ? html`<p>${t(short ? 'why.nearest.told' : 'why.told', told)}</p>` : nothing}
    <dl class="signals">
      ${signals.map(([name, value]) => html`
        <div>
          <dt>${t(`why.${name}`)}</dt>
          <dd>${bar(value)}<span>${value.toFixed(2)}</span></dd>
        </div>`)}
    </dl>`;
}

function signalsOf(why) {
  const found = new Map([...why.matchAll(/\b([a-z]+) (-?\d+\.\d+)/g)].map(([, name, value]) => [name, Number(value)]));
  return SHOWN.filter((name) => found.has(name)).map((name) => [name, found.get(name)]);
}

/** A value from 0 to 1; said in figures beside it. */
export const bar = (value) => svg`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
  <rect class="bar-all" width="100" height="6"></rect>
  <rect class="bar-part" width=${100 * Math.min(1, Math.max(0, value))} height="6"></rect>
</svg>`;
