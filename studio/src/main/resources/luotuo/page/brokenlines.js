// Lines of a transcript that were not understood: each with its place, what is wrong, and a box to set it right.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { icon } from './icons.js';
import { correct, making } from './making.js';
import { t } from './words.js';

const SHOWN = 50;

export const broken = (preview) => html`<section class="broken-lines">
  <h2>${icon('warn')} ${t('broken', preview.lines.reported)}</h2>
  <p>${t('broken.how')}</p>
  <ol>
    ${repeat(preview.reports.slice(0, SHOWN), (one) => `${one.file}:${one.line}`, (one) => html`<li>
      <form @submit=${(sent) => save(sent, one)}>
        <div class="broken-head">
          <code class="place" dir="auto">${one.file}:${one.line}</code>
          <span>${one.problem}</span>
        </div>
        <div class="row">
          <input name="text" dir="auto" aria-label=${t('broken.line', one.file, one.line)} .defaultValue=${one.text}>
          <button class="button" ?disabled=${making.progress}>${t('broken.save')}</button>
        </div>
      </form>
    </li>`)}
  </ol>
  ${preview.lines.reported > SHOWN ? html`<p class="quiet">${t('broken.more', preview.lines.reported - SHOWN)}</p>` : nothing}
</section>`;

function save(sent, report) {
  sent.preventDefault();
  correct(report, new FormData(sent.target).get('text'));
}
