"use strict";
// Which incidents stand together as one ring, and which of what was drawn lies at a spot. Both
// work on columns of numbers, so that a million incidents cost no objects.
(function (D) {
  const EDGE = 85.051129; // degrees: where the Mercator square ends

  /** Longitude and latitude in degrees on the unit square of Web Mercator; y grows southward. */
  D.mercator = function (longitude, latitude) {
    const sine = Math.sin((Math.max(-EDGE, Math.min(EDGE, latitude)) * Math.PI) / 180);
    return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  /** Places by the square of a grid that they lie in; squares are `size` wide. */
  function grid(size) {
    const squares = new Map();
    // A pair of whole numbers as one: maps of the world are fewer squares wide than this.
    const key = (column, row) => column * 67108864 + row;
    const at = (one) => Math.floor(one / size);
    return {
      add(x, y, what) {
        const own = key(at(x), at(y));
        if (squares.has(own)) squares.get(own).push(what);
        else squares.set(own, [what]);
      },
      /** The first in the squares around for which `test` holds, or -1. */
      find(x, y, test) {
        for (let column = at(x) - 1; column <= at(x) + 1; column += 1) {
          for (let row = at(y) - 1; row <= at(y) + 1; row += 1) {
            const found = (squares.get(key(column, row)) || []).find(test);
            if (found !== undefined) return found;
          }
        }
        return -1;
      },
    };
  }

  /**
   * Filter and group points in one pass: each joins the first group that begins less than
   * `near` pixels away, or begins one. A group stands where its first point does; no position
   * is moved.
   *
   * `points` has columns x and y in pixels; `shown(index)` tells which count; `box` is the
   * part of the map that is seen, [left, top, right, bottom].
   */
  D.clusters = function ({ x, y }, shown, box, near) {
    const [left, top, right, bottom] = box;
    const places = grid(near);
    const groups = [];
    for (let index = 0; index < x.length; index += 1) {
      const [own, down] = [x[index], y[index]];
      if (own < left || own > right || down < top || down > bottom || !shown(index)) continue;
      const found = places.find(own, down, (group) => {
        const { first } = groups[group];
        return (x[first] - own) ** 2 + (y[first] - down) ** 2 < near * near;
      });
      if (found >= 0) groups[found].members.push(index);
      else {
        places.add(own, down, groups.length);
        groups.push({ first: index, members: [index] });
      }
    }
    return groups;
  };

  /** Discs { x, y, size } to ask what lies at a spot; the grid is made for the first question. */
  D.discs = function (drawn) {
    let places = null;
    const widest = drawn.reduce((most, one) => Math.max(most, one.size), 1);
    return function at(x, y) {
      if (!places) {
        places = grid(widest);
        drawn.forEach((one, index) => places.add(one.x, one.y, index));
      }
      const found = places.find(x, y, (index) => {
        const one = drawn[index];
        return (one.x - x) ** 2 + (one.y - y) ** 2 <= (one.size / 2) ** 2;
      });
      return found < 0 ? null : drawn[found];
    };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
