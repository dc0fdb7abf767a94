"use strict";
// Streets, water and buildings that came with the page: drawn in vectors, asked of nobody.
(function (D) {
  const DEGREE = 100000; // units a degree

  /** Positions from their steps, latitude first for Leaflet. */
  function unfold(steps) {
    const positions = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      positions.push([y / DEGREE, x / DEGREE]);
    }
    return positions;
  }

  D.drawLocal = function (map, local) {
    if (!local) return;
    const renderer = L.svg({ pane: "local", padding: 0.6 });
    const over = L.svg({ pane: "local-over", padding: 0.6 });
    const add = (made) => made.addTo(map);
    const look = (name) => ({ renderer, className: `local-${name}`, interactive: false, smoothFactor: 0.8 });
    for (const shape of local.shapes) {
      if (shape.rings) add(L.polygon(shape.rings.map((ring) => [unfold(ring)]), { ...look(shape.class), fillOpacity: 1, fillRule: "evenodd", weight: 0.5 }));
      else {
        const lines = shape.lines.map(unfold);
        // A street is its own width of paper between two thin lines.
        if (shape.class === "road" || shape.class === "street") add(L.polyline(lines, look(`${shape.class}-edge`)));
        add(L.polyline(lines, look(shape.class)));
        // And seen again through what zones cover, or nobody finds the way in a town that is held.
        if (shape.class === "road" || shape.class === "street") add(L.polyline(lines, { ...look(`${shape.class}-over`), renderer: over }));
      }
    }
    map.attributionControl.addAttribution(D.credit(local.credit));
  };

  D.unfold = unfold;
})((globalThis.DATELINE = globalThis.DATELINE || {}));
