// Files that were dropped or chosen, with their paths inside a folder.

/** @returns `[{path, file}]` of what was dropped; folders are gone through, one alone without its name */
export async function ofDrop(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return ofList(transfer.files);
  const folder = entries.length === 1 && entries[0].isDirectory;
  const top = folder ? await entriesOf(entries[0].createReader()) : entries;
  const found = await Promise.all(top.map((entry) => within(entry, '')));
  return found.flat().filter(({ path }) => !hidden(path));
}

/** @returns `[{path, file}]` of an input, without the name of the folder that was chosen */
export const ofList = (list) =>
  [...list]
    .map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }))
    .filter(({ path }) => !hidden(path));

/** A text that was pasted, as a file. */
export const ofText = (text, name) => [{ path: name, file: new File([text], name, { type: 'text/plain' }) }];

const hidden = (path) => path.split('/').some((part) => part.startsWith('.'));

async function within(entry, above) {
  const path = above ? `${above}/${entry.name}` : entry.name;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  const inner = await entriesOf(entry.createReader());
  const found = await Promise.all(inner.map((one) => within(one, path)));
  return found.flat();
}

/** A reader gives a hundred entries at a time, and none at the end. */
async function entriesOf(reader) {
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
