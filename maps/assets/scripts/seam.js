"use strict";
// Areas in two pieces because files cut them at 180 degrees, in one piece again for drawing: the
// cut is no border.
(function (D) {
  const SEAM = 180;

  const onSeam = ([x]) => x === SEAM;
  const named = (position) => position.join();

  /** The edges of a ring, those along the seam in steps from one of `heights` to the next. */
  function edgesOf(ring, heights) {
    return ring.slice(1).flatMap((end, at) => {
      const start = ring[at];
      if (!onSeam(start) || !onSeam(end)) return [[start, end]];
      const up = start[1] < end[1];
      const between = heights.filter((y) => y > Math.min(start[1], end[1]) && y < Math.max(start[1], end[1]));
      const stops = [start, ...(up ? between : between.reverse()).map((y) => [SEAM, y]), end];
      return stops.slice(1).map((to, step) => [stops[step], to]);
    });
  }

  /** Edges end to start, as closed rings. */
  function chained(edges) {
    const from = new Map();
    for (const edge of edges) from.set(named(edge[0]), [...(from.get(named(edge[0])) || []), edge]);
    const rings = [];
    for (const first of edges) {
      if (!from.get(named(first[0])).includes(first)) continue;
      const ring = [first[0]];
      for (let here = named(first[0]); (from.get(here) || []).length; here = named(ring.at(-1))) ring.push(from.get(here).pop()[1]);
      rings.push(ring);
    }
    return rings;
  }

  const signed = (ring) => ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0);

  /**
   * Polygons with those joined that meet along the seam. Outer rings run against the clock, as
   * files have them, so that the two sides of the seam run against each other and cancel.
   */
  D.unseamed = function (polygons) {
    const touching = polygons.filter(([outer]) => outer.some(onSeam));
    if (touching.length < 2) return polygons;
    const rings = touching.flat();
    const heights = [...new Set(rings.flat().filter(onSeam).map(([, y]) => y))].sort((one, other) => one - other);
    const edges = rings.flatMap((ring) => edgesOf(ring, heights));
    const all = new Set(edges.map(([start, end]) => `${named(start)} ${named(end)}`));
    const outside = edges.filter(([start, end]) => !(onSeam(start) && onSeam(end) && all.has(`${named(end)} ${named(start)}`)));
    const joined = chained(outside);
    const outers = joined.filter((ring) => signed(ring) > 0).map((ring) => [ring]);
    const holes = joined.filter((ring) => signed(ring) <= 0);
    // A hole belongs to the outer ring that it lies in; with one of them there is no question.
    for (const hole of holes) (outers.find(([outer]) => D.around(outer, ...hole[0])) || outers[0]).push(hole);
    return [...polygons.filter((one) => !touching.includes(one)), ...outers];
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
