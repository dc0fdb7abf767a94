"use strict";
// Pictures of incidents: a round badge for one, a ring of shares for several.
(function (D) {
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
    function donut(items) {
      const radius = items.length < 10 ? 17 : 20;
      const middle = radius + 2;
      const around = 2 * Math.PI * (radius - 3);
      const shares = new Map();
      for (const item of items) {
        const actor = theme.known(item.who[0]) ? item.who[0] : "";
        shares.set(actor, (shares.get(actor) || 0) + 1);
      }
      const picture = D.svg("svg", { width: 2 * middle, height: 2 * middle, viewBox: `0 0 ${2 * middle} ${2 * middle}`, "aria-hidden": "true" },
        D.svg("circle", { cx: middle, cy: middle, r: radius + 1, fill: theme.dark() ? "#1A1D21" : "#FFFFFF", class: "plate" }));
      let begun = 0;
      for (const [actor, count] of [...shares].sort((one, other) => other[1] - one[1])) {
        const length = (count / items.length) * around;
        picture.append(D.svg("circle", {
          cx: middle, cy: middle, r: radius - 3, fill: "none", stroke: theme.colour(actor), "stroke-width": 5,
          "stroke-dasharray": `${Math.max(0.5, length - (shares.size > 1 ? 1.2 : 0))} ${around}`, "stroke-dashoffset": -begun,
          transform: `rotate(-90 ${middle} ${middle})`,
        }));
        begun += length;
      }
      picture.append(D.svg("text", { x: middle, y: middle + 4.5, "text-anchor": "middle", class: "donut-count" }, items.length));
      return picture;
    }

    return { badge, donut };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
