// Asks the server: JSON in, JSON out; what goes wrong is one sentence.

import { language, t } from './words.js';

/** A refusal of the server, or its silence: `key` for the page, `message` for people. */
export class Refused extends Error {
  constructor(key, message, status = 0) {
    super(message);
    this.key = key;
    this.status = status;
  }
}

let token = '';

/** Kept in memory alone: a reload asks for it again. */
export function useToken(given) {
  token = given.trim();
}

/** A path with its values percent-encoded: path`personas/${name}/scenes`. */
export function path(parts, ...values) {
  return parts.reduce((all, part, i) => all + encodeURIComponent(values[i - 1]) + part);
}

/** @param where a path below `/api/`, or from `/` on
 * @returns the response, after anything but success was thrown as `Refused` */
export async function ask(method, where, { query, body, accept, signal, type } = {}) {
  const headers = { Accept: accept ?? 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
  const sent = type === undefined && body !== undefined ? JSON.stringify(body) : body;
  let response;
  try {
    response = await fetch(address(where, query), { method, headers, body: sent, signal, cache: 'no-store' });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refused('page.unreachable', t('failed.unreachable'));
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

const json = async (...request) => {
  const response = await ask(...request);
  return response.status === 204 ? null : response.json();
};

export const get = (where, query) => json('GET', where, { query });
export const post = (where, body = {}) => json('POST', where, { body });
export const put = (where, body) => json('PUT', where, { body });
export const patch = (where, body) => json('PATCH', where, { body });
export const remove = (where) => json('DELETE', where);
export const upload = (where, file, query) =>
  json('PUT', where, { body: file, query, type: file.type || 'application/octet-stream' });

/** Saves what the server answers as a file. */
export async function download(where, query, name) {
  const blob = await (await ask('GET', where, { query, accept: '*/*' })).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function address(where, query = {}) {
  const url = new URL(where.startsWith('/') ? where : `/api/${where}`, location.origin);
  url.searchParams.set('lang', language());
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  return url;
}

async function refusal(response) {
  let said = {};
  try {
    said = (await response.json()).error ?? {};
  } catch {
    // an answer from something other than Luotuo: its status has to do
  }
  const message = said.message || t('failed.status', response.status);
  return new Refused(said.key ?? 'server.failed', message, response.status);
}
