"use strict";
// Whether a spot lies in a shape; longitude, latitude, as the map has them.
(function (D) {
  const turned = new WeakMap(); // by geometry, in a case across the antimeridian

  /** A longitude as the map draws it: D.wraps is whether those of the west are counted on. */
  D.easterly = (longitude) => (D.wraps && longitude < 0 ? longitude + 360 : longitude);

  /** An area as the map draws it; files have it as it came. */
  D.eastern = function (geometry) {
    if (!D.wraps) return geometry;
    const ring = (positions) => positions.map(([longitude, latitude]) => [D.easterly(longitude), latitude]);
    if (!turned.has(geometry)) turned.set(geometry, { type: "MultiPolygon", coordinates: D.unseamed(parts(geometry).map((rings) => rings.map(ring))) });
    return turned.get(geometry);
  };

  const parts = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);

  const boxes = new WeakMap(); // by geometry: shapes never change

  function measured(geometry) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [outer] of parts(D.eastern(geometry))) {
      for (const [x, y] of outer) {
        if (x < box[0]) box[0] = x;
        if (y < box[1]) box[1] = y;
        if (x > box[2]) box[2] = x;
        if (y > box[3]) box[3] = y;
      }
    }
    return box;
  }

  /** West, south, east, north of an area. */
  D.boxOf = function (geometry) {
    if (!boxes.has(geometry)) boxes.set(geometry, measured(geometry));
    return boxes.get(geometry);
  };

  /** Whether a ring goes round a spot: a ray from it crosses the ring an odd number of times. */
  D.around = function around(ring, x, y) {
    let inside = false;
    for (let at = 0, last = ring.length - 1; at < ring.length; last = at, at += 1) {
      const [one, other] = [ring[at], ring[last]];
      if (one[1] > y !== other[1] > y && x < ((other[0] - one[0]) * (y - one[1])) / (other[1] - one[1]) + one[0]) inside = !inside;
    }
    return inside;
  };

  /** Whether an area, its holes left out, has a spot in it. */
  D.holds = function (geometry, x, y) {
    const [west, south, east, north] = D.boxOf(geometry);
    if (x < west || x > east || y < south || y > north) return false;
    return parts(D.eastern(geometry)).some(([outer, ...holes]) => D.around(outer, x, y) && !holes.some((hole) => D.around(hole, x, y)));
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
