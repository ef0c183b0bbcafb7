// A character's portrait: the picture that was given, or a desert drawn from the name, always the same.

import { html, svg } from '/lib/lit-html/lit-html.js';
import { path } from './api.js';
import { pictureOf } from './pictures.js';

// sky, sun, far dune, middle dune, near dune, letters: hours of a day in the desert
const HOURS = [
  ['#f3d9b1', '#fff3d6', '#d9a867', '#bd8145', '#8a5527', '#5b3415'],
  ['#e9b48f', '#ffe9c9', '#c7775a', '#a2553f', '#6f3529', '#fff6ea'],
  ['#7f8fb2', '#fbe6c2', '#8a7a8c', '#66596f', '#433b52', '#fff8ec'],
  ['#31405f', '#f6e3b4', '#3f4a63', '#2c3650', '#1d2438', '#fbeecb'],
  ['#b9d0c8', '#fff6dc', '#cfae7c', '#a98453', '#74562f', '#3f4a3a'],
  ['#d98f6a', '#ffe0ad', '#a85a45', '#7d3f3a', '#542b32', '#fff1dd'],
  ['#c8cfe0', '#fffaf0', '#d2b48c', '#b08f66', '#7c6146', '#3d4764'],
  ['#54506f', '#f2c9a0', '#7b5a6b', '#5a4258', '#3a2c42', '#ffeede'],
];
const STARRY = new Set([3, 7]);

/** @param size of `small`, `middle`, `large` */
export function portrait(name, size = 'middle', given = false) {
  const picture = given && pictureOf(path`personas/${name}/portrait`);
  return picture
    ? html`<img class="portrait ${size}" src=${picture} alt="" width="96" height="96">`
    : html`<span class="portrait ${size}">${drawn(name)}</span>`;
}

function drawn(name) {
  const roll = dice(name);
  const hour = Math.floor(roll() * HOURS.length);
  const [sky, sun, far, middle, near, ink] = HOURS[hour];
  const sunX = 20 + roll() * 60;
  const sunY = 18 + roll() * 22;
  const sunR = 8 + roll() * 7;
  return svg`<svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <rect width="100" height="100" fill=${sky}></rect>
    ${STARRY.has(hour) ? stars(roll, sun) : ''}
    <circle cx=${sunX} cy=${sunY} r=${sunR * 2} fill=${sun} opacity="0.28"></circle>
    <circle cx=${sunX} cy=${sunY} r=${sunR} fill=${sun} opacity="0.9"></circle>
    <path d=${dune(roll, 58)} fill=${far}></path>
    <path d=${dune(roll, 71)} fill=${middle}></path>
    <path d=${dune(roll, 84)} fill=${near}></path>
    <text x="50" y="51" dy="0.35em" text-anchor="middle" fill=${ink} stroke=${halo(ink, near, sky)}
      class="portrait-letters" font-size=${letters(name).length > 1 ? 40 : 54}>${letters(name)}</text>
  </svg>`;
}

/** A crest that begins and ends near the height `y`. */
function dune(roll, y) {
  const at = (spread) => (y + (roll() - 0.5) * spread).toFixed(1);
  const crest = 25 + roll() * 50;
  return `M0 100V${at(16)}C${crest - 18} ${at(22)} ${crest - 8} ${at(18)} ${crest} ${at(10)}S84 ${at(18)} 100 ${at(14)}V100Z`;
}

const stars = (roll, fill) =>
  Array.from({ length: 14 }, () =>
    svg`<circle cx=${roll() * 100} cy=${roll() * 50} r=${0.5 + roll() * 0.7} fill=${fill}></circle>`);

/** What lies around the letters, so that they can be read on the sun as on a dune. */
const halo = (ink, near, sky) => (ink.startsWith('#f') ? near : sky);

/** The last sign of a Chinese name, which is a person's own; else the initials. */
function letters(name) {
  const signs = Array.from(name.trim());
  if (signs.length === 0) return '·';
  if (/\p{Script=Han}/u.test(signs.at(-1))) return signs.at(-1);
  const first = name.trim().split(/[\s._-]+/u).map((word) => Array.from(word)[0] ?? '');
  return first.slice(0, 2).join('').toUpperCase() || signs[0];
}

/** Numbers from 0 to 1 that only the name decides: FNV-1a, then steps of SplitMix32. */
function dice(name) {
  let state = 0x811c9dc5;
  for (const sign of name) state = Math.imul(state ^ sign.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}
