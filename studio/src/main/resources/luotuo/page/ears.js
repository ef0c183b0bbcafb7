// What a screen reader is told of: a reply once it is whole, not each of its pieces.

const told = document.getElementById('told');

export function tell(words) {
  told.textContent = '';
  setTimeout(() => (told.textContent = words), 60); // a change is what is read out, even of the same words
}
