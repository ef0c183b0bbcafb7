// A reply as a piece of the page: Markdown of a model made safe, or own words as they are.

import createDOMPurify from '/lib/dompurify/dist/purify.es.mjs';
import { Marked } from '/lib/marked/lib/marked.esm.js';

const SAFE = {
  ALLOWED_TAGS: [
    'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a',
    'table', 'thead', 'tbody', 'tr', 'th', 'td',
  ],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

const purify = createDOMPurify(window);
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName !== 'A') return;
  if (!node.hasAttribute('href')) node.replaceWith(...node.childNodes);
  else outward(node);
});

const escaped = (text) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escaped(text), // tags in a reply are words
    image: ({ text }) => escaped(text), // a picture from elsewhere would tell who reads it
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** @returns a model's Markdown as nodes: no tag of its own, no picture, links that lead out */
export function markdown(text) {
  return purify.sanitize(marked.parse(text), SAFE);
}

const LINK = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/g;

/** @returns words as they are, only with addresses as links */
export function plain(text) {
  const nodes = document.createDocumentFragment();
  let from = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    nodes.append(text.slice(from, index), link(address));
    from = index + address.length;
  }
  nodes.append(text.slice(from));
  return nodes;
}

function link(address) {
  const node = document.createElement('a');
  node.href = address;
  node.textContent = address;
  outward(node);
  return node;
}

function outward(link) {
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
}
