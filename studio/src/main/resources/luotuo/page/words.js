// The language of the page, and its words: one file for each language.

import { keep, kept } from './kept.js';
import en from './words.en.js';
import zh from './words.zh.js';

const LANGUAGES = { zh, en };
let chosen = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** @returns `zh` or `en` */
export const language = () => chosen;

/** Speaks another language from now on, and at the next visit. */
export function speak(other) {
  chosen = other;
  keep('language', other);
  document.documentElement.lang = other === 'zh' ? 'zh-CN' : 'en';
}

/** @returns the words for a key; those that depend on something are functions of it */
export function t(key, ...args) {
  const words = LANGUAGES[chosen][key];
  if (words === undefined) throw new Error(`no words for ${key} in ${chosen}`);
  return typeof words === 'function' ? words(...args) : words;
}

/** Whether there are words for a key that comes from outside. */
export const hasWords = (key) => Object.hasOwn(LANGUAGES[chosen], key);

/** The theme: `auto`, `light` or `dark`. */
export const theme = () => kept('theme', 'auto');

export function paint(other) {
  keep('theme', other === 'auto' ? '' : other);
  if (other === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = other;
}
