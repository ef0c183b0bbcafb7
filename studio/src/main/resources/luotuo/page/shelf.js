// The models there are, and the one that characters speak with.

import { get } from './api.js';
import { refresh } from './render.js';
import { t } from './words.js';

const PAGE = 200;

export const shelf = {
  items: [],
  used: 'own-lines', // the default of the server
  ready: false,
  problem: '',
  /** The names of those that can speak at once. */
  here: () => shelf.items.filter((model) => model.here).map((model) => model.name),
};

export async function loadShelf() {
  try {
    const [models, used] = await Promise.all([get('models', { limit: PAGE }), get('models/default')]);
    shelf.items = models.items;
    shelf.used = used.model || 'own-lines';
    shelf.problem = '';
  } catch (failure) {
    shelf.problem = failure.message;
  }
  shelf.ready = true;
  refresh();
}

/** What a voice is called: own lines in words, a model by its name, one of a server without the address. */
export const voiceName = (voice) => (voice === 'own-lines' || !voice ? t('ownLines') : voice.split('#').at(-1));
