"use strict";
// Hatches, swatches and badges: status and actor can be told apart without colour.
(function (D) {
  const HATCHES = {
    diagonal: "M-2 2L2-2M0 8L8 0M6 10L10 6",
    antidiagonal: "M-2 6L2 10M0 0L8 8M6-2L10 2",
    horizontal: "M0 4H8",
    vertical: "M4 0V8",
    grid: "M0 4H8M4 0V8",
    dashes: "M1 2H5M5 6H8M0 6H1",
  };
  const DOTS = { dots: 1.15, rings: 1.7 };

  // Edge and fill by status. `dash` is Leaflet's dashArray, `strength` the fill's opacity, `level`
  // the order of drawing: presence lies under what is held, fighting and siege over it.
  const LOOKS = {
    held: { dash: null, weight: 2.2, strength: 1, level: "ground" },
    disputed: { dash: null, weight: 2.2, strength: 1, level: "ground" },
    claimed: { dash: "2 5", weight: 2.4, strength: 0.55, level: "ground" },
    not_stated: { dash: "2 6", weight: 1.8, strength: 0.75, level: "under" },
    influence: { dash: "1 6", weight: 2, strength: 0.02, level: "under" },
    present: { dash: "7 5", weight: 1.8, strength: 1, level: "under" },
    besieged: { dash: "14 4 2 4", weight: 2.6, strength: 0.7, level: "over" },
    contested: { dash: "4 3", weight: 2.2, strength: 1, level: "over" },
  };

  D.look = (status) => LOOKS[status] || LOOKS.held;

  D.patternsOf = function (model, theme) {
    const rank = new Map([...model.actors.keys()].map((id, at) => [id, at]));
    const number = (actor) => (rank.has(actor) ? rank.get(actor) : "none");

    function nameFor(item) {
      if (item.status === "not_stated") return "hatch-none";
      if (item.status === "disputed" || item.status === "contested") {
        return `${item.status}-${item.who.slice(0, 2).map(number).join("-")}`;
      }
      return `${item.status === "present" ? "stipple" : "hatch"}-${number(item.who[0])}`;
    }

    function tint(colour, share) {
      return D.mix(colour, theme.ground(), theme.dark() ? share + 0.08 : share);
    }

    function hatch(id, actor) {
      const colour = theme.colour(actor);
      const kind = theme.hatch(actor);
      const made = D.svg("pattern", { id, patternUnits: "userSpaceOnUse", width: 8, height: 8 },
        D.svg("rect", { width: 8, height: 8, fill: tint(colour, 0.26) }));
      if (HATCHES[kind]) {
        made.append(D.svg("path", { d: HATCHES[kind], stroke: colour, "stroke-width": 1.5, "stroke-opacity": 0.5, fill: "none" }));
      } else if (DOTS[kind]) {
        const ring = kind === "rings";
        for (const at of [2, 6]) {
          made.append(D.svg("circle", { cx: at, cy: at, r: DOTS[kind], fill: ring ? "none" : colour, stroke: ring ? colour : null, "fill-opacity": 0.7 }));
        }
      }
      return made;
    }

    /** Wide stripes of both sides: two answers. */
    function stripes(id, sides) {
      const [one, other] = [sides[0], sides[1] || sides[0]].map((side) => tint(theme.colour(side), 0.55));
      return D.svg("pattern", { id, patternUnits: "userSpaceOnUse", width: 14, height: 14, patternTransform: "rotate(45)" },
        D.svg("rect", { width: 7, height: 14, fill: one }), D.svg("rect", { x: 7, width: 7, height: 14, fill: other }));
    }

    /** Teeth of both sides, on whatever lies below: fighting inside. */
    function teeth(id, sides) {
      const [one, other] = [sides[0], sides[1] || sides[0]].map((side) => theme.colour(side));
      const row = (down, colour) => D.svg("path", { d: `M0 ${down}l5 -5l5 5l5 -5l5 5`, fill: "none", stroke: colour, "stroke-width": 1.6, "stroke-opacity": 0.7 });
      return D.svg("pattern", { id, patternUnits: "userSpaceOnUse", width: 20, height: 44 }, row(10, one), row(32, other));
    }

    /** Loose dots on whatever lies below: somewhere in here, not holding it. */
    function stipple(id, actor) {
      // Each actor's dots stand elsewhere in the tile, so that two on one ground are both seen.
      const at = (rank.get(actor) || 0) * 5;
      const dot = (x, y) => D.svg("circle", { cx: x % 14 + 1, cy: y % 14 + 1, r: 1.25, fill: theme.colour(actor), "fill-opacity": 0.6 });
      return D.svg("pattern", { id, patternUnits: "userSpaceOnUse", width: 16, height: 16 }, dot(2 + at, 2 + at * 2), dot(9 + at, 9 + at * 2));
    }

    const definitions = D.svg("defs");
    const holder = D.svg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "definitions" }, definitions);
    document.body.append(holder);

    /** Draw every hatch in the colours of the theme. */
    function define() {
      D.clear(definitions);
      definitions.append(hatch("hatch-none", ""));
      for (const id of model.actors.keys()) definitions.append(hatch(`hatch-${number(id)}`, id), stipple(`stipple-${number(id)}`, id));
      const made = new Set();
      for (const item of model.items) {
        const name = item.kind === "zone" ? nameFor(item) : "";
        if (made.has(name) || !/^(disputed|contested)/.test(name)) continue;
        made.add(name);
        definitions.append((item.status === "disputed" ? stripes : teeth)(name, item.who));
      }
    }

    /** The key to a zone's look. */
    function swatch(item) {
      const look = D.look(item.status);
      const edge = item.status === "disputed" ? "var(--warn)" : theme.colour(item.status === "not_stated" ? "" : item.who[0]);
      return D.svg("svg", { class: "swatch", viewBox: "0 0 26 18", "aria-hidden": "true" },
        D.svg("rect", {
          x: 1.2, y: 1.2, width: 23.6, height: 15.6, rx: 3.5, fill: `url(#${nameFor(item)})`, "fill-opacity": look.strength,
          stroke: edge, "stroke-width": 2, "stroke-dasharray": look.dash && look.dash.replace("7 5", "4 3"),
        }));
    }

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

    return { define, nameFor, swatch, badge, donut };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
