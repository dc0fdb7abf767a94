"use strict";
// Room for names: which spots of the map are taken, and the first free one near where a name
// belongs. Nothing here knows of the document, but for the measure of letters.
(function (D) {
  // Where a name may go when its own spot is taken, in pixels, nearest first.
  const AROUND = [0, 24, 44, 64, 88, 116].flatMap((far) =>
    far === 0 ? [[0, 0]] : [[0, -1], [0, 1], [1, 0], [-1, 0], [0.8, 0.7], [-0.8, 0.7], [0.8, -0.7], [-0.8, -0.7]].map(([x, y]) => [x * far, y * far]));
  const ACROSS = 16; // spots tried along each side of a shape

  const SQUARE = 64; // pixels: about a name's width

  /** Boxes by their middle, each {x, y, width, height}; no two names may share ground. */
  D.roomOf = function (boxes = []) {
    const squares = new Map(); // what is taken, by the squares of a grid that it touches

    const square = (at) => Math.floor(at / SQUARE);

    /** Whether `test` holds for any of the squares that a box touches, by their numbers. */
    function some({ x, y, width, height }, test) {
      const [right, bottom] = [square(x + width / 2), square(y + height / 2)];
      for (let column = square(x - width / 2); column <= right; column += 1) {
        for (let row = square(y - height / 2); row <= bottom; row += 1) if (test(column * 1048576 + row)) return true;
      }
      return false;
    }

    function take(box) {
      some(box, (number) => {
        if (squares.has(number)) squares.get(number).push(box);
        else squares.set(number, [box]);
        return false;
      });
    }

    for (const box of boxes) take(box);

    const meet = (one, other) => Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height;

    const collides = (box) => some(box, (number) => squares.has(number) && squares.get(number).some((other) => meet(box, other)));

    /** Take the first of some spots that is free and allowed; null when none is. */
    function first(spots, { width, height }, allowed = () => true) {
      const found = spots.find(({ x, y }) => !collides({ x, y, width, height }) && allowed({ x, y }));
      if (!found) return null;
      take({ ...found, width, height });
      return found;
    }

    /** Take the free spot nearest to a point; `allowed(spot, far)` is asked of all but the point itself. */
    function near(point, size, allowed) {
      const spots = AROUND.map(([dx, dy]) => ({ x: point.x + dx, y: point.y + dy }));
      return first(spots, size, (spot) => {
        const far = Math.hypot(spot.x - point.x, spot.y - point.y);
        return far === 0 || allowed(spot, far);
      });
    }

    return { first, near };
  };

  /** Spots all over a box [left, top, right, bottom] where a name of a size fits, nearest to a point first. */
  D.spotsAcross = function ([left, top, right, bottom], { width, height }, { x, y }) {
    const [wide, tall] = [Math.max(0, right - left - width * 0.6), Math.max(0, bottom - top - height)];
    const steps = (room, step) => Math.min(ACROSS, Math.ceil(room / step));
    const [columns, rows] = [steps(wide, width / 4), steps(tall, height / 4)];
    const spots = [];
    for (let column = 0; column <= columns; column += 1) {
      for (let row = 0; row <= rows; row += 1) {
        spots.push({
          x: (left + right) / 2 + (columns ? (column / columns - 0.5) * wide : 0),
          y: (top + bottom) / 2 + (rows ? (row / rows - 0.5) * tall : 0),
        });
      }
    }
    const far = (spot) => Math.hypot(spot.x - x, spot.y - y);
    return spots.sort((one, other) => far(one) - far(other));
  };

  /** Spots just outside a ring of points, for a name of a size: left, right, above, below. */
  D.spotsOutside = function (points, { width, height }) {
    const most = (measure) => points.reduce((best, one) => (measure(one) > measure(best) ? one : best));
    const air = 7; // pixels between the ring and the name
    const [left, right, top, bottom] = [({ x }) => -x, ({ x }) => x, ({ y }) => -y, ({ y }) => y].map(most);
    const beside = width / 2 + air;
    const over = height / 2 + air;
    return [
      { x: right.x + beside, y: right.y }, { x: left.x - beside, y: left.y },
      { x: top.x, y: top.y - over }, { x: bottom.x, y: bottom.y + over },
    ];
  };

  /** Spots beside a point for a name of a size, `gap` pixels off: above, right, left, below. */
  D.spotsBeside = function ({ x, y }, { width, height }, gap) {
    const [beside, over] = [width / 2 + gap, height / 2 + gap];
    return [{ x, y: y - over }, { x: x + beside, y }, { x: x - beside, y }, { x, y: y + over }];
  };

  const widths = new Map();
  let brush = null;

  /** How wide a text is in a font, in pixels; asked again, it is remembered. */
  D.widthOf = function (text, font, spacing = 0) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      brush = brush || document.createElement("canvas").getContext("2d");
      brush.font = font;
      widths.set(key, brush.measureText(text).width);
    }
    return widths.get(key) + spacing * text.length;
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
