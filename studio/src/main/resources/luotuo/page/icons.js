// Small drawings, in the colour of the words beside them; never said aloud.

import { svg } from '/lib/lit-html/lit-html.js';

const PATHS = {
  talk: 'M4 5h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  make: 'M4 16l1-4 8.5-8.5a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L8 15l-4 1ZM12 5l3 3',
  models: 'M10 3l6.5 3.5v7L10 17l-6.5-3.5v-7L10 3ZM3.5 6.5L10 10l6.5-3.5M10 10v7',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M4 10h12M11 5l5 5-5 5',
  stop: 'M6 6h8v8H6z',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  again: 'M16 10a6 6 0 1 1-2-4.5M16 3v3.5h-3.5',
  edit: 'M4 16l1-4 8.5-8.5 3 3L8 15l-4 1Z',
  undo: 'M7 5L3.5 8.5 7 12M4 8.5h8a4 4 0 0 1 0 8H8',
  history: 'M10 6v4.5l3 1.5M3.5 10A6.5 6.5 0 1 0 6 4.9M3.5 3.5V7H7',
  export: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 14v2.5h12V14',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  quote: 'M4 6h12M4 10h12M4 14h7',
  prompt: 'M7 6L3 10l4 4M13 6l4 4-4 4',
  memory: 'M5 3h10v14l-5-3.5L5 17V3Z',
  people: 'M7 4a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM2.5 16c0-3 2-4.8 4.5-4.8s4.5 1.8 4.5 4.8M13.5 5a2.2 2.2 0 1 1 0 4.4M13.8 11.4c2.2.2 3.7 1.8 3.7 4.6',
  branches: 'M6 4a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM14 4a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM10 13a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM6 7c0 3 4 2.5 4 6M14 7c0 3-4 2.5-4 6',
  back: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  down: 'M10 4v12M5 11l5 5 5-5',
  plus: 'M10 4v12M4 10h12',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4ZM13 13l4 4',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1 1M14.7 14.7l1 1M4.3 15.7l1-1M14.7 5.3l1-1',
  moon: 'M16 12.2A6.5 6.5 0 0 1 7.8 4 6.5 6.5 0 1 0 16 12.2Z',
  half: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM10 3.5v13M12 4v12M14 5.2v9.6',
  check: 'M4 10.5l4 4 8-9',
  file: 'M5 3h6l4 4v10H5V3ZM11 3v4h4',
  folder: 'M3 6a1 1 0 0 1 1-1h4l2 2h6a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6Z',
  picture: 'M4 4h12v12H4zM4 13l4-4 3 3 2-2 3 3M12.5 7.5h.01',
  warn: 'M10 3.5l7 12.5H3L10 3.5ZM10 8.5v3.5M10 14h.01',
};

/** @param name one of those above */
export const icon = (name) =>
  svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"
    ><path d=${PATHS[name]}></path></svg>`;
