// What the server says of itself: its version, whether anything is set up, whether it wants a token.

import { html } from '/lib/lit-html/lit-html.js';
import { get, useToken } from './api.js';
import { close, open } from './dialogs.js';
import { refresh } from './render.js';
import { t } from './words.js';

export const status = { version: '', firstVisit: false, models: 0, defaultModel: '', problem: '' };

/** @returns whether the server can be asked; where it wants a token, once it was given */
export async function loadStatus(again) {
  try {
    Object.assign(status, await get('status'), { problem: '' });
    return true;
  } catch (failure) {
    status.problem = failure.message;
    if (failure.status === 401) askToken(again, failure.message);
    refresh();
    return false;
  }
}

function askToken(again, message) {
  const enter = (sent) => {
    sent.preventDefault();
    useToken(new FormData(sent.target).get('token'));
    close();
    again();
  };
  open({
    title: () => t('token'),
    body: () => html`<form class="form" @submit=${enter}>
      <p>${message}</p>
      <label class="field"><span>${t('token')}</span>
        <input name="token" type="password" autocomplete="off" required><small>${t('token.how')}</small></label>
      <div class="row end"><button class="button primary">${t('ok')}</button></div>
    </form>`,
  });
}
