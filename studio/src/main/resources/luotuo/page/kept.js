// What the browser remembers between visits: language, theme, drafts, choices. Never a secret.

/** @returns the kept text, or `otherwise` where there is none or storage is forbidden */
export function kept(key, otherwise = '', store = 'localStorage') {
  try {
    return window[store].getItem(`luotuo.${key}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps a text; an empty one is forgotten. */
export function keep(key, text, store = 'localStorage') {
  try {
    if (text) window[store].setItem(`luotuo.${key}`, text);
    else window[store].removeItem(`luotuo.${key}`);
  } catch {
    // storage is forbidden or full: the choice holds until the page is left
  }
}
