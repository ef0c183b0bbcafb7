// What it took so far: the meter since the server began, and the ledger of all work.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { get } from './api.js';
import { money, number, seconds, when } from './figures.js';
import { tried } from './notes.js';
import { refresh } from './render.js';
import { voiceName } from './shelf.js';
import { hasWords, t } from './words.js';

const PAGE = 10;
const state = { meter: null, rows: [], total: 0 };

export const loadMeter = tried(async () => {
  const [meter, ledger] = await Promise.all([get('meter'), get('ledger', { limit: PAGE })]);
  Object.assign(state, { meter, rows: ledger.items, total: ledger.total });
  refresh();
});

const more = tried(async () => {
  const ledger = await get('ledger', { offset: state.rows.length, limit: PAGE });
  state.rows = state.rows.concat(ledger.items);
  state.total = ledger.total;
  refresh();
});

export const meterView = () => html`<section class="use">
  <h2>${t('use')}</h2>
  ${state.meter ? meter(state.meter) : nothing}
  ${state.rows.length > 0 ? ledger() : nothing}
</section>`;

const meter = (so) => html`
  <dl class="meter">
    ${[
      ['use.calls', number(so.calls)],
      ['use.promptTokens', number(so.promptTokens)],
      ['use.replyTokens', number(so.replyTokens)],
      ['use.time', seconds(so.seconds)],
      ['use.money', so.money === null ? t('use.mixed') : money(so.money, so.currency)],
    ].map(([key, value]) => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`)}
  </dl>
  ${so.byModel.length > 1 ? html`<ul class="speakers">${so.byModel.map(ofModel)}</ul>` : nothing}
  <p class="quiet">${t(so.calls > 0 ? 'use.since' : 'use.none')}</p>`;

const ofModel = (one) => html`<li>
  <span dir="auto">${voiceName(one.model)}</span>
  <span>${t('use.ofModel', number(one.calls), number(one.promptTokens + one.replyTokens))}</span>
  <span>${one.money > 0 ? money(one.money, one.currency) : nothing}</span>
</li>`;

const ledger = () => html`<h3>${t('ledger')}</h3>
  <div class="table-window" tabindex="0" role="region" aria-label=${t('ledger')}>
    <table>
      <thead><tr>
        ${['at', 'what', 'subject', 'model', 'tokens', 'time', 'money', 'score'].map((key) => html`<th scope="col">${t(`ledger.${key}`)}</th>`)}
      </tr></thead>
      <tbody>${state.rows.map((row) => html`<tr>
        <td>${when(row.at)}</td>
        <td>${hasWords(`did.${row.what}`) ? t(`did.${row.what}`) : row.what}</td>
        <td dir="auto">${row.subject}</td>
        <td dir="auto">${row.model}</td>
        <td class="figure">${number(row.promptTokens + row.replyTokens)}</td>
        <td class="figure">${seconds(row.seconds)}</td>
        <td class="figure">${row.money > 0 ? money(row.money, row.currency) : '–'}</td>
        <td class="figure">${row.score === null ? '–' : row.score.toFixed(2)}</td>
      </tr>`)}</tbody>
    </table>
  </div>
  ${state.rows.length < state.total ? html`<button type="button" class="button" @click=${more}>${t('more')}</button>` : nothing}`;
