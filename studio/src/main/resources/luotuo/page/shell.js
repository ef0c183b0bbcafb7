// What stands round every place: the rail with the ways to go, the characters, language and theme.

import { html, nothing } from '/lib/lit-html/lit-html.js';
import { notes } from './notes.js';
import { icon } from './icons.js';
import { peopleRail } from './people.js';
import { refresh } from './render.js';
import { hashOf } from './route.js';
import { mark } from './scenery.js';
import { status } from './status.js';
import { latestTalks } from './talks.js';
import { language, paint, speak, t, theme } from './words.js';

const PLACES = ['talk', 'make', 'models'];
const THEMES = { auto: 'half', light: 'sun', dark: 'moon' };

/** @param main what stands in the place itself */
export const shell = (route, main) => html`
  <a class="skip" href="#main" @click=${skip}>${t('skip')}</a>
  <div class="frame ${['talk', 'group'].includes(route.place) && route.name ? 'deep' : ''}">
    <header class="rail">
      <a class="brand" href=${hashOf('talk')} aria-label=${t('brand.home')}>
        ${mark()}<span class="brand-words">${t('brand')}</span>
      </a>
      <nav class="ways" aria-label=${t('ways')}>
        ${PLACES.map((place) => html`<a href=${hashOf(place)} aria-current=${current(route, place)}>
          ${icon(place)}<span>${t(place)}</span></a>`)}
      </nav>
      <nav class="rail-people" aria-label=${t('people')}>
        <h2>${t('people')}</h2>
        ${peopleRail(route.place === 'talk' ? route.name : '', latestTalks(route.id))}
      </nav>
      <div class="rail-foot">
        <button type="button" class="switch" lang=${language() === 'zh' ? 'en' : 'zh-CN'} @click=${otherLanguage}>
          ${language() === 'zh' ? 'English' : '中文'}</button>
        <button type="button" class="icon-button" aria-label=${t(`theme.${theme()}`)} title=${t(`theme.${theme()}`)}
          @click=${otherTheme}>${icon(THEMES[theme()])}</button>
      </div>
    </header>
    <main id="main" tabindex="-1">
      ${status.problem ? html`<p class="trouble top" role="alert">${icon('warn')}<span>${status.problem}</span></p>` : nothing}
      ${main}
    </main>
  </div>
  ${notes()}`;

/** Talks among several belong to talking. */
const current = (route, place) =>
  route.place === place ? (route.name ? 'true' : 'page') : route.place === 'group' && place === 'talk' ? 'true' : nothing;

function skip(click) {
  click.preventDefault();
  document.getElementById('main').focus();
}

function otherLanguage() {
  speak(language() === 'zh' ? 'en' : 'zh');
  dispatchEvent(new Event('language'));
  refresh();
}

function otherTheme() {
  const all = Object.keys(THEMES);
  paint(all[(all.indexOf(theme()) + 1) % all.length]);
  refresh();
}
