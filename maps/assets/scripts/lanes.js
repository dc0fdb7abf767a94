"use strict";
// How the chart's height is shared among actors: each gets room for its name, and rows for its
// zones as far as they fit. Those who find no room are counted, never squeezed.
(function (D) {
  const NAME = 12; // pixels: a line of the chart's type
  const AIR = 2;
  const MOST = 8; // pixels a row, where there is room
  const LEAST = 3.4; // below this, two rows look like one

  const block = (rows, tall) => Math.max(NAME, rows * tall) + AIR;
  const whole = (counts, tall) => counts.reduce((sum, rows) => sum + block(rows, tall), 0);

  /** How high a chart must be for every actor's rows, given how many rows each has. */
  D.roomForAll = (counts) => whole(counts, LEAST);

  /**
   * Share a height among actors, given how many rows each would have, the first the most
   * important: rows for each that is shown, the height of a row, and how many are left out.
   */
  D.shareRoom = function (counts, room) {
    const most = Math.floor(room / (NAME + AIR));
    // Who is left out is told in a line of its own.
    const shown = counts.slice(0, counts.length <= most ? counts.length : Math.max(0, most - 1));
    const left = room - (shown.length < counts.length ? NAME + AIR : 0);
    while (whole(shown, LEAST) > left) {
      const widest = shown.indexOf(Math.max(...shown));
      if (shown[widest] <= 1) break;
      shown[widest] -= 1;
    }
    let tall = MOST;
    while (tall > LEAST && whole(shown, tall) > left) tall -= 0.2;
    return { rows: shown, tall: Math.max(LEAST, tall), without: counts.length - shown.length, block: (rows) => block(rows, Math.max(LEAST, tall)) };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
