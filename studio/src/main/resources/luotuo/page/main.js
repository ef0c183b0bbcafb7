// Begins: finds out where the page is, loads what stands there, and draws it whenever something changed.

import { render } from '/lib/lit-html/lit-html.js';
import { close, drawDialog } from './dialogs.js';
import * as make from './make.js';
import * as models from './models.js';
import { failed } from './notes.js';
import { loadPeople } from './people.js';
import { drawnBy, refresh } from './render.js';
import { here } from './route.js';
import { shell } from './shell.js';
import { loadShelf } from './shelf.js';
import { loadStatus } from './status.js';
import * as talk from './talk.js';
import * as group from './together.js';
import { t } from './words.js';

const places = { talk, group, make, models };
const root = document.getElementById('page');

drawnBy(() => {
  const route = here();
  render(shell(route, places[route.place].view(route)), root);
  drawDialog();
  places[route.place].drawn?.();
  document.title = `${places[route.place].title(route)} · ${t('brand')}`;
});

async function arrive(moved) {
  const route = here();
  refresh();
  await places[route.place].arrive(route);
  if (moved) requestAnimationFrame(() => requestAnimationFrame(focusPlace));
}

/** Where the keyboard goes on in a new place: the box of a talk, unless that calls up a keyboard on the glass; else the heading. */
function focusPlace() {
  const box = matchMedia('(pointer: coarse)').matches ? null : document.getElementById('words');
  (box ?? document.querySelector('main h1'))?.focus({ preventScroll: true });
}

async function begin() {
  refresh();
  if (!(await loadStatus(begin))) return;
  await Promise.all([loadPeople(), loadShelf(), arrive(false)]);
}

addEventListener('hashchange', () => {
  close(); // a dialog belongs to the place that it was opened in
  arrive(true);
});
addEventListener('language', () => Promise.all([loadStatus(begin), loadPeople(), loadShelf(), arrive(false)]));
addEventListener('unhandledrejection', ({ reason }) => failed(reason));
begin();
