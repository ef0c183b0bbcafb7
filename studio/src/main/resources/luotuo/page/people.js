// The characters there are: a list in the rail, cards at the start.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { repeat } from '/lib/lit-html/directives/repeat.js';
import { get } from './api.js';
import { icon } from './icons.js';
import { portrait } from './portrait.js';
import { refresh } from './render.js';
import { hashOf } from './route.js';
import { t } from './words.js';

const MANY = 8;
const PAGE = 60;

export const people = { items: [], total: 0, query: '', ready: false, problem: '' };

export async function loadPeople() {
  try {
    const { query } = people;
    const found = await get('personas', { query, limit: PAGE });
    if (query !== people.query) return; // typed on meanwhile
    people.items = found.items.filter((one) => !one.shadowed);
    people.total = found.total;
    people.problem = '';
  } catch (failure) {
    people.problem = failure.message;
  }
  people.ready = true;
  refresh();
}

export const known = (name) => people.items.find((one) => one.name === name);

/** @param current the name of the one who is talked to
 * @param below what stands below that one, such as the talks with them */
export const peopleRail = (current, below) => html`
  ${people.total > MANY || people.query ? search() : nothing}
  <ul class="people-rail">
    ${repeat(people.items, (one) => one.name, (one) => html`
      <li>
        <a class="person-row" href=${hashOf('talk', one.name)} aria-current=${one.name === current ? 'page' : nothing}>
          ${portrait(one.name, 'small', one.portrait)}
          <span class="person-words">
            <span class="person-name" dir="auto">${one.name}</span>
            <span class="person-line" dir="auto">${one.question || one.greeting}</span>
          </span>
        </a>
        ${one.name === current ? below : nothing}
      </li>`)}
  </ul>`;

const search = () => html`<div class="search-box">
  ${icon('search')}
  <input type="search" .value=${people.query} placeholder=${t('people.search')} aria-label=${t('people.search')}
    @input=${(typed) => ((people.query = typed.target.value), loadPeople())}>
</div>`;

export const peopleCards = () => html`<ul class="people-cards">
  ${repeat(people.items, (one) => one.name, (one) => html`
    <li class="person-card" lang=${one.language}>
      <a href=${hashOf('talk', one.name)}>
        ${portrait(one.name, 'middle', one.portrait)}
        <span class="person-words">
          <span class="person-name" dir="auto">${one.name}</span>
          ${one.problem
            ? html`<span class="person-greeting wrong-words" lang=${t('lang')}>${one.problem}</span>`
            : html`<span class="person-greeting" dir="auto">${one.greeting || one.question}</span>`}
          <span class="person-facts" lang=${t('lang')}>${t(`scope.${one.scope}.short`)} · ${t('scenes', one.scenes)}</span>
        </span>
      </a>
    </li>`)}
  ${people.items.length > 1 ? html`<li class="person-card new">
    <a href=${hashOf('group')}>
      <span class="portrait middle plus">${icon('people')}</span>
      <span class="person-words">
        <span class="person-name">${t('together')}</span>
        <span class="person-greeting">${t('together.how')}</span>
      </span>
    </a>
  </li>` : nothing}
  <li class="person-card new">
    <a href=${hashOf('make')}>
      <span class="portrait middle plus">${icon('plus')}</span>
      <span class="person-words">
        <span class="person-name">${t('people.new')}</span>
        <span class="person-greeting">${t('people.new.how')}</span>
      </span>
    </a>
  </li>
</ul>`;
