// Pictures of the server, fetched as everything else is, so that a token goes along.

import { ask } from './api.js';
import { refresh } from './render.js';

const pictures = new Map();

/** @returns an address for an image, or nothing while it is on its way or where there is none */
export function pictureOf(where) {
  if (!pictures.has(where)) {
    pictures.set(where, '');
    fetchPicture(where);
  }
  return pictures.get(where);
}

/** Another picture took its place. */
export function forgetPicture(where) {
  URL.revokeObjectURL(pictures.get(where));
  pictures.delete(where);
}

async function fetchPicture(where) {
  try {
    const blob = await (await ask('GET', where, { accept: 'image/*' })).blob();
    pictures.set(where, URL.createObjectURL(blob));
    refresh();
  } catch {
    // no picture after all: the drawn one stays
  }
}
