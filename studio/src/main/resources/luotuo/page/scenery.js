// The caravan over the dunes at the start, and the mark of the house.

import { svg } from '/lib/lit-html/lit-html.js';

// a two-humped camel that walks to the left, 100 wide and 84 high
const CAMEL =
  'M5 27C4 22 8 17 14 17L15 13 18 17C22 18 23 23 21 28C19 36 21 44 27 46C29 36 32 24 38 24C44 24 45 36 50 38' +
  'C54 37 55 23 61 23C68 23 70 36 78 40C83 42 86 47 86 53L88 62 85 63 83 56C82 60 79 62 78 66L81 83H76L71 65' +
  'C69 62 69 60 69 58C60 61 50 61 43 59L42 68 43 83H38L36 66 34 60 32 68 30 83H25L28 62C20 58 14 48 13 38' +
  'C13 35 13 33 12 32C10 33 6 32 5 27Z';

/** The mark: two humps and the line that they walk on. */
export const mark = () => svg`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
  <rect class="mark-ground" width="40" height="40" rx="12"></rect>
  <g class="mark-camel" transform="translate(5 7.5) scale(0.31)"><path d=${CAMEL}></path></g>
</svg>`;

export const caravan = () => svg`<svg class="caravan" viewBox="0 0 640 200" preserveAspectRatio="xMidYMax slice"
    aria-hidden="true" focusable="false">
  <circle class="caravan-halo" cx="478" cy="72" r="74"></circle>
  <circle class="caravan-sun" cx="478" cy="72" r="38"></circle>
  <path class="caravan-far" d="M0 150C90 108 170 116 250 138S430 168 520 128 610 118 640 128V200H0Z"></path>
  <g class="caravan-camels">
    ${[[196, 94, 0.5], [262, 100, 0.46], [324, 108, 0.4]].map(([x, y, size]) =>
      svg`<path transform="translate(${x} ${y}) scale(${size})" d=${CAMEL}></path>`)}
    <path class="caravan-rope" d="M219 116C236 124 250 122 264 114M284 122C302 130 314 128 326 121"></path>
  </g>
  <path class="caravan-near" d="M0 162C70 138 150 132 236 136S384 158 470 160 580 150 640 138V200H0Z"></path>
  <path class="caravan-front" d="M0 186C120 166 240 172 340 182S540 190 640 172V200H0Z"></path>
</svg>`;
