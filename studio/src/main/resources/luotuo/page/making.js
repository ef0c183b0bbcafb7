// A character in the making: what was uploaded, what was understood of it, what was chosen.

import { path, post, remove, upload } from './api.js';
import { tell } from './ears.js';
import { number } from './figures.js';
import { loadPeople, known } from './people.js';
import { refresh } from './render.js';
import { forgetScenes } from './scenes.js';
import { stream } from './stream.js';
import { t } from './words.js';

const MOST_FILES = 10_000;

export const making = {};
startOver();

/** Forgets everything; what was uploaded is thrown away. */
export function startOver() {
  if (making.id) remove(path`uploads/${making.id}`).catch(() => {}); // the server throws it away after a day
  Object.assign(making, {
    step: 'drop', // drop, busy, understood, made
    files: [], // [{path, file}]
    corrections: [], // [{file, line, text}]
    id: '', // of the upload
    preview: null,
    note: '',
    choice: { speaker: '', name: '', format: '', language: '', scope: 'facts', aliases: [], mode: '' },
    progress: null, // {words, done, total}
    problem: '',
    clash: false, // the server said that there is one of this name
    imported: null,
  });
}

/** Uploads files and reads them. */
export async function take(files) {
  if (files.length === 0) return;
  startOver();
  making.files = files;
  if (files.length > MOST_FILES) return trouble(t('make.tooMany', number(files.length), number(MOST_FILES)));
  await work(async () => {
    await send();
    await read();
  });
}

/** Reads again, after a choice or a correction. */
export const reread = () => work(read);

/** Says what a line that was not understood is. */
export const correct = (report, text) =>
  work(async () => {
    making.corrections.push({ file: report.file, line: report.line, text });
    await sendCorrection(making.corrections.at(-1));
    await read();
    tell(t('make.corrected', making.preview.reports.length));
  });

/** Makes the character. */
export const make = () =>
  work(async () => {
    if (!making.id) await send(); // an earlier try used the upload up
    const body = chosen();
    if (clashes()) body.mode = making.choice.mode || 'replace';
    making.imported = await stream(path`uploads/${making.id}/import`, body, {
      wanted: 'imported',
      on: { progress: (data) => progress(data.what ?? t('make.making'), data.done, data.total) },
    });
    making.id = '';
    making.step = 'made';
    forgetScenes();
    await loadPeople();
    tell(t('made', making.imported.name));
  });

/** Whether a character of this name is there already: then it is replaced or added to. */
export const clashes = () => making.clash || known(making.choice.name)?.origin === 'workspace';

/** Back to what was understood, to choose otherwise. */
export function reconsider() {
  making.step = 'understood';
  making.choice.mode = 'replace';
  work(async () => {
    await send();
    await read();
  });
}

async function send() {
  making.id = (await post('uploads')).id;
  let done = 0;
  for (const { path: name, file } of making.files) {
    progress(t('make.sending'), done++, making.files.length);
    await upload(inUpload(name), file);
  }
  for (const correction of making.corrections) await sendCorrection(correction);
}

const sendCorrection = ({ file, line, text }) =>
  upload(inUpload(file), new Blob([text], { type: 'text/plain' }), { line });

const inUpload = (name) =>
  `${path`uploads/${making.id}/files`}/${name.split('/').map(encodeURIComponent).join('/')}`;

async function read() {
  progress(t('make.reading'));
  const asked = chosen();
  making.preview = await post(path`uploads/${making.id}/preview`, asked);
  making.note = asked.name ? making.preview.note : ''; // on a name that was chosen
  making.choice.speaker ||= making.preview.name || making.preview.nameProposals[0]?.name || '';
  making.choice.name ||= making.choice.speaker;
  making.step = 'understood';
}

/** What was chosen, for the server. One who is to be called otherwise than in the text goes by both names. */
function chosen() {
  const { speaker, name, format, language, scope, aliases } = making.choice;
  const names = name && speaker && name !== speaker ? [...aliases, speaker] : aliases;
  return {
    name: name || undefined,
    format: format || undefined,
    language: language || undefined,
    scope,
    aliases: [...new Set(names)],
  };
}

/** Long work: a progress while it lasts, one sentence where it fails. */
async function work(steps) {
  making.problem = '';
  const before = making.step;
  try {
    await steps();
  } catch (failure) {
    if (!failure.key) console.error(failure);
    making.clash = failure.status === 409;
    trouble(failure.key ? failure.message : t('failed.page', failure.message));
    if (making.step === 'busy') making.step = before;
  }
  making.progress = null;
  refresh();
}

function progress(words, done = 0, total = 0) {
  making.progress = { words, done, total };
  refresh();
}

function trouble(words) {
  making.problem = words;
  refresh();
}
