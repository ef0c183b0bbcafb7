// Where the page is: `#/talk/NAME/CONVERSATION`, `#/group/NUMBER`, `#/make/NAME`, `#/models`; names are percent-encoded.

const PLACES = ['talk', 'group', 'make', 'models'];

/** `{place, name, id}` of a hash; what is not understood leads to the start */
function placeOf(hash) {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decoded);
  const place = PLACES.includes(parts[0]) ? parts[0] : 'talk';
  return { place, name: parts[1] ?? '', id: parts[2] ?? '' };
}

/** @returns the hash of a place, for links */
export function hashOf(place, ...names) {
  return ['#', place, ...names.map(encodeURIComponent)].join('/');
}

export const here = () => placeOf(location.hash);

export function go(place, ...names) {
  location.hash = hashOf(place, ...names);
}

/** Changes the address without a step back in the history of the browser. */
export function rename(place, ...names) {
  history.replaceState(null, '', hashOf(place, ...names));
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone % typed by hand
  }
}
