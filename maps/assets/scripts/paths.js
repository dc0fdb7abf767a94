"use strict";
// Shapes as canvas paths at the scale of the map: made once a zoom, kept while it stays.
(function (D) {
  const FINEST = 0.4; // pixels: what is nearer than this to a straight line is not seen
  // A shape this many pixels wide is cut to what is seen: dashes along all of it would be slow.
  const WIDE = 4000;
  const MARGIN = 12; // pixels: wider than any edge, so that the cut itself is out of view

  const rings = new WeakMap(); // by geometry, as columns on Mercator's unit square

  function column(ring) {
    const points = new Float64Array(ring.length * 2);
    ring.forEach(([longitude, latitude], at) => points.set(D.mercator(longitude, latitude), at * 2));
    return points;
  }

  /** A geometry's rings as columns x, y, x, y ... of Mercator's unit square. */
  D.ringsOf = function (geometry) {
    if (!rings.has(geometry)) {
      const { type, coordinates } = D.eastern(geometry);
      const parts = type === "Polygon" ? [coordinates] : coordinates;
      rings.set(geometry, parts.flat().map(column));
    }
    return rings.get(geometry);
  };

  /** A ring at a scale, as pixels from an origin, without what is finer than a screen shows. */
  function traced(ring, scale, [originX, originY]) {
    const points = [];
    for (let at = 0; at < ring.length; at += 2) points.push(L.point(ring[at] * scale - originX, ring[at + 1] * scale - originY));
    return L.LineUtil.simplify(points, FINEST);
  }

  const cut = (points, [left, top, right, bottom]) =>
    L.PolyUtil.clipPolygon(points, L.bounds([left - MARGIN, top - MARGIN], [right + MARGIN, bottom + MARGIN]));

  function pathOf(rings) {
    const path = new Path2D();
    for (const points of rings) {
      points.forEach(({ x, y }, at) => (at ? path.lineTo(x, y) : path.moveTo(x, y)));
      path.closePath();
    }
    return path;
  }

  /** Paths by geometry, for one map. */
  D.pathsOf = function (map) {
    let kept = new WeakMap();
    let zoom = null;
    let scale = 1;
    let origin = [0, 0];
    // Pixels from a spot of the data, not of the world, which floats of a canvas cannot count.
    let base = null;

    /** Begin a drawing: where the map stands now. */
    function begin(geometry) {
      if (!base && geometry) base = D.ringsOf(geometry)[0].slice(0, 2);
      if (map.getZoom() !== zoom) {
        zoom = map.getZoom();
        kept = new WeakMap();
        scale = 256 * 2 ** zoom;
        // Whole pixels, so that hatches lie on those of the screen: sharper, and faster to fill.
        if (base) origin = [Math.round(base[0] * scale), Math.round(base[1] * scale)];
      }
      const pixel = map.getPixelOrigin();
      return { x: origin[0] - pixel.x, y: origin[1] - pixel.y };
    }

    /** A geometry's box in pixels of the paths. */
    function boxOf(geometry) {
      const [west, south, east, north] = D.boxOf(geometry);
      const [[left, bottom], [right, top]] = [D.mercator(west, south), D.mercator(east, north)];
      return [left * scale - origin[0], top * scale - origin[1], right * scale - origin[0], bottom * scale - origin[1]];
    }

    /** The path of a geometry where it meets `box`, or null. */
    function of(geometry, box) {
      const one = kept.get(geometry) || { box: boxOf(geometry), path: null };
      kept.set(geometry, one);
      const [left, top, right, bottom] = one.box;
      if (left > box[2] || right < box[0] || top > box[3] || bottom < box[1]) return null;
      if (one.path) return one.path;
      one.rings = one.rings || D.ringsOf(geometry).map((ring) => traced(ring, scale, origin));
      if (Math.max(right - left, bottom - top) > WIDE) return pathOf(one.rings.map((points) => cut(points, box)));
      one.path = pathOf(one.rings);
      return one.path;
    }

    /** The longer side of a geometry that was asked for, in pixels. */
    function sizeOf(geometry) {
      const { box: [left, top, right, bottom] } = kept.get(geometry);
      return Math.max(right - left, bottom - top);
    }

    return { begin, of, sizeOf };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
