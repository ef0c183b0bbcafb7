// The one dialog of the page: a window in the middle, or a sheet from below on a phone.

import { html, nothing, render } from '/lib/lit-html/lit-html.js';
import { icon } from './icons.js';
import { refresh } from './render.js';
import { t } from './words.js';

const node = document.getElementById('dialog');
let shown = null;

/** Opens it, or shows something else in it. @param dialog `{title, body, wide}`: two functions that give what stands in it */
export function open(dialog) {
  shown = dialog;
  drawDialog();
  if (!node.open) node.showModal();
}

export const close = () => node.close();

/** Asks before something is lost. @param action what is done on yes */
export function confirm(title, body, yes, action) {
  open({
    title: () => title,
    body: () => html`<p>${body}</p>
      <div class="row end">
        <button type="button" class="button" @click=${close}>${t('no')}</button>
        <button type="button" class="button danger" @click=${() => (close(), action())}>${yes}</button>
      </div>`,
  });
}

/** Part of drawing the page. */
export function drawDialog() {
  if (!shown) return;
  node.className = shown.wide ? 'dialog wide' : 'dialog';
  render(
    html`<div class="dialog-inner">
      <header class="dialog-head">
        <h2 id="dialog-title" tabindex="-1" autofocus>${shown.title()}</h2>
        <button type="button" class="icon-button" aria-label=${t('close')} @click=${close}>
          ${icon('close')}
        </button>
      </header>
      <div class="dialog-body" tabindex="-1">${shown.body()}</div>
    </div>`,
    node,
  );
}

node.addEventListener('close', () => {
  if (node.open) return; // another one was opened before this was told
  shown = null;
  render(nothing, node);
  refresh();
});
node.addEventListener('click', (click) => {
  if (click.target === node) close(); // the backdrop: everything else lies in the inner part
});
