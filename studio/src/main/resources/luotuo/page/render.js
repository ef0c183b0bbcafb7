// Draws the page anew, at most once a frame, however often it is asked.

let draw = () => {};
let waiting = false;

/** Names what draws the whole page. */
export function drawnBy(whole) {
  draw = whole;
}

/** Asks for the page to be drawn with the state as it will be at the next frame. */
export function refresh() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}
