// A character has just been made: a word with it at once, then talk, change, check or take it along.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { path, post, remove } from './api.js';
import { onKey } from './composer.js';
import { confirm } from './dialogs.js';
import { icon } from './icons.js';
import { making, reconsider, startOver } from './making.js';
import { done, tried } from './notes.js';
import { loadPeople } from './people.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { hashOf } from './route.js';
import { t } from './words.js';

const tries = { of: '', said: [], question: '', busy: false };

export const made = () => {
  const { imported } = making;
  if (tries.of !== imported.name) Object.assign(tries, { of: imported.name, said: [], question: '', busy: false });
  return html`<section class="made">
    <div class="made-head">
      ${portrait(imported.name, 'large')}
      <h2>${t('made', imported.name)}</h2>
      <p>${t('made.of', imported.scenes, imported.turns)}</p>
      ${imported.note ? html`<p class="quiet">${imported.note}</p>` : nothing}
      <div class="row middle">
        <a class="button primary" href=${hashOf('talk', imported.name)}>${icon('talk')}${t('made.talk')}</a>
        <a class="button" href=${hashOf('make', imported.name)}>${icon('edit')}${t('made.edit')}</a>
      </div>
    </div>
    ${trying(imported)}
    <div class="row end">
      <button type="button" class="button" @click=${() => (reconsider(), refresh())}>${t('made.again')}</button>
      <button type="button" class="button danger" @click=${() => undo(imported.name)}>${t('made.undo')}</button>
    </div>
  </section>`;
};

/** A question or two that nothing keeps. */
const trying = (imported) => html`<section class="trying">
  <h3>${t('try')}</h3>
  <ul class="questions">${imported.questions.map((question) => html`<li>
    <button type="button" class="question" dir="auto" @click=${() => ask(question)}>${question}</button></li>`)}</ul>
  <ol class="tried" aria-live="polite">
    ${tries.said.map(({ question, reply, luotuo }) => html`<li>
      <p class="tried-question" dir="auto">${question}</p>
      <p dir="auto">${reply}</p>
      <p class="quiet" dir="auto">${luotuo?.evidence?.[0]
        ? t('rests', luotuo.evidence.length, `${luotuo.evidence[0].file}:${luotuo.evidence[0].line}`)
        : t('rests.not')}</p>
    </li>`)}
  </ol>
  <form class="row" @submit=${(sent) => (sent.preventDefault(), ask(tries.question))}>
    <input dir="auto" aria-label=${t('say.to', imported.name)} placeholder=${t('say.to', imported.name)} .value=${tries.question}
      @input=${(typed) => (tries.question = typed.target.value)} @keydown=${(key) => onKey(key, () => ask(tries.question))}>
    <button class="button" ?disabled=${tries.busy}>${t('try.ask')}</button>
  </form>
</section>`;

const ask = tried(async (question) => {
  if (!question.trim() || tries.busy) return;
  tries.busy = true;
  refresh();
  try {
    const answer = await post('/v1/chat/completions', {
      model: tries.of,
      messages: [{ role: 'user', content: question.trim() }],
    });
    tries.said.push({ question, reply: answer.choices[0].message.content, luotuo: answer.luotuo });
    tries.question = '';
  } finally {
    tries.busy = false;
    refresh();
  }
});

const undo = (name) =>
  confirm(t('made.undo'), t('persona.remove.sure', name), t('made.undo'), tried(async () => {
    await remove(path`personas/${name}`);
    startOver();
    done(t('persona.removed', name));
    await loadPeople();
  }));
