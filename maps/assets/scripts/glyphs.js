"use strict";
// Pictures of incidents: a round badge for one, a ring of shares for several.
(function (D) {
  const GAP = 1.2; // pixels between two shares

  D.RING = 5; // pixels: how thick a ring is

  /** A ring for incidents of these actors: its radius, its arcs as angles, and its number. */
  D.ringOf = function (actors) {
    const radius = actors.length < 10 ? 17 : 20;
    const shares = new Map();
    for (const actor of actors) shares.set(actor, (shares.get(actor) || 0) + 1);
    const gap = shares.size > 1 ? GAP / (radius - 3) : 0;
    let begun = 0;
    const arcs = [...shares].sort((one, other) => other[1] - one[1]).map(([actor, count]) => {
      const from = begun;
      begun += (count / actors.length) * 2 * Math.PI;
      return { actor, from, to: Math.max(from + 0.5 / (radius - 3), begun - gap) };
    });
    // Four digits do not fit inside.
    return { radius, arcs, text: actors.length < 1000 ? String(actors.length) : `${(actors.length / 1000).toFixed(actors.length < 10000 ? 1 : 0)}k` };
  };

  D.badgePictures = function (model, theme) {
    /** A round badge with the glyph of what happened; hollow when nobody is named. */
    function badge(type, actor, { size = 28, weak = false, colour = null } = {}) {
      const paper = theme.dark() ? "#14171A" : "#FFFFFF";
      const hollow = !colour && !theme.known(actor);
      const ink = hollow ? (theme.dark() ? "#C3C8CF" : "#4D545D") : paper;
      return D.svg("svg", { width: size, height: size, viewBox: "0 0 28 28", "aria-hidden": "true" },
        D.svg("circle", {
          cx: 14, cy: 14, r: 12.4, fill: hollow ? (theme.dark() ? "#23282D" : "#FFFFFF") : colour || theme.colour(actor),
          stroke: ink, "stroke-width": 2, "stroke-dasharray": weak ? "3.2 2.4" : null,
        }),
        D.svg("g", { transform: "translate(6.2 6.2) scale(.65)", fill: "none", stroke: ink, "stroke-width": 2.5, "stroke-linecap": "round", "stroke-linejoin": "round" },
          D.svg("path", { d: (model.payload.types[type] || {}).glyph || "M12 8.5a3.5 3.5 0 1 0 .01 0z" })));
    }

    /** A ring that shows whose incidents a cluster holds, with their number. */
    function donut(items, { bare = false } = {}) {
      const { radius, arcs, text } = D.ringOf(items.map((item) => (theme.known(item.who[0]) ? item.who[0] : "")));
      const middle = radius + 2;
      const around = 2 * Math.PI * (radius - 3);
      const picture = D.svg("svg", { width: 2 * middle, height: 2 * middle, viewBox: `0 0 ${2 * middle} ${2 * middle}`, "aria-hidden": "true" },
        D.svg("circle", { cx: middle, cy: middle, r: radius + 1, fill: theme.dark() ? "#1A1D21" : "#FFFFFF", class: "plate" }));
      if (bare) return picture;
      for (const { actor, from, to } of arcs) {
        picture.append(D.svg("circle", {
          cx: middle, cy: middle, r: radius - 3, fill: "none", stroke: theme.colour(actor), "stroke-width": D.RING,
          "stroke-dasharray": `${(to - from) * (radius - 3)} ${around}`, "stroke-dashoffset": -from * (radius - 3),
          transform: `rotate(-90 ${middle} ${middle})`,
        }));
      }
      picture.append(D.svg("text", { x: middle, y: middle + 4.5, "text-anchor": "middle", class: "donut-count" }, text));
      return picture;
    }

    return { badge, donut };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
