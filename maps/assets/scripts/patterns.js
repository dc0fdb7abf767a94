"use strict";
// What covers a zone's ground: hatches, stripes and marks as SVG patterns, from the styles that
// came with the data. Status and actor can be told apart without colour.
(function (D) {
  const MARK = 40; // pixels between the marks of one side of a fight: seen, and no noise
  const KINDS = ["hatch", "stipple", "bars"]; // fills of one actor

  D.patternsOf = function (model, theme) {
    const { looks, hatches } = model.payload.styles;
    const rank = new Map([...model.actors.keys()].map((id, at) => [id, at]));
    const number = (actor) => (rank.has(actor) ? rank.get(actor) : "none");
    D.look = (status) => looks[status] || looks.held;

    function nameFor(item) {
      const { fill } = D.look(item.status);
      if (fill === "plain" || fill === "none") return fill;
      if (fill === "stripes" || fill === "marks") return `${fill}-${item.who.slice(0, 3).map(number).join("-")}`;
      return `${fill}-${number(item.who[0])}`;
    }

    const tint = (colour, share) => D.mix(colour, theme.ground(), theme.dark() ? share + 0.08 : share);

    const pattern = (id, size, children, turn = null) =>
      D.svg("pattern", { id, patternUnits: "userSpaceOnUse", width: size, height: size, patternTransform: turn && `rotate(${turn})` }, children);

    const rect = (x, width, height, fill, opacity = null) => D.svg("rect", { x, width, height, fill, "fill-opacity": opacity });

    function hatch(id, actor) {
      const colour = theme.colour(actor);
      const mark = hatches[theme.hatch(actor)] || hatches.none;
      return pattern(id, 8, [
        rect(0, 8, 8, tint(colour, 0.26)),
        mark.path ? D.svg("path", mark.filled
          ? { d: mark.path, fill: colour, "fill-opacity": mark.opacity }
          : { d: mark.path, fill: "none", stroke: colour, "stroke-width": 1.5, "stroke-opacity": mark.opacity }) : [],
      ]);
    }

    /** Wide stripes of both sides: two answers. */
    function stripes(id, sides) {
      const [one, other] = [sides[0], sides[1] || sides[0]].map((side) => tint(theme.colour(side), 0.55));
      return pattern(id, 14, [rect(0, 7, 14, one), rect(7, 7, 14, other)], 45);
    }

    /** A cross here and there in the colour of each side, on whatever lies below: fighting inside. */
    function marks(id, sides) {
      const colours = sides.map(theme.colour);
      const size = MARK * Math.max(2, colours.length) * 0.7;
      const at = (share) => (share + 0.5) * (size / colours.length);
      const cross = (colour, index) => {
        // Staggered, so that the marks make no lines of their own.
        const [x, y] = [at(index), at((index * (colours.length - 1)) % colours.length)];
        const d = `M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`;
        const stroke = (paint, width, opacity) => D.svg("path", { d, fill: "none", stroke: paint, "stroke-width": width, "stroke-opacity": opacity, "stroke-linecap": "round" });
        return [stroke(theme.ground(), 5, 0.85), stroke(colour, 2.1, 1)];
      };
      return pattern(id, size, colours.map(cross));
    }

    /** Loose dots on whatever lies below: somewhere in here, not holding it. */
    function stipple(id, actor) {
      // Each actor's dots stand elsewhere in the tile, so that two on one ground are both seen.
      const at = (rank.get(actor) || 0) * 5;
      const dot = (x, y) => D.svg("circle", { cx: x % 14 + 1, cy: y % 14 + 1, r: 1.25, fill: theme.colour(actor), "fill-opacity": 0.6 });
      return pattern(id, 16, [dot(2 + at, 2 + at * 2), dot(9 + at, 9 + at * 2)]);
    }

    /** Bars of one colour with ground between, as on a barrier: nobody gets through. */
    const bars = (id, actor) => pattern(id, 10, [rect(0, 5, 10, tint(theme.colour(actor), 0.42))], -45);

    const makers = { hatch, stipple, bars, stripes, marks };
    const definitions = D.svg("defs");
    document.body.append(D.svg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "definitions" }, definitions));

    /** Draw every fill in the colours of the theme. */
    function define() {
      D.clear(definitions);
      definitions.append(pattern("plain", 8, [rect(0, 8, 8, tint(theme.colour(""), 0.26))]), pattern("none", 8, []));
      for (const kind of KINDS) definitions.append(makers[kind](`${kind}-none`, ""), ...[...model.actors.keys()].map((id) => makers[kind](`${kind}-${number(id)}`, id)));
      const made = new Set();
      for (const item of model.items) {
        const name = item.kind === "zone" ? nameFor(item) : "";
        if (made.has(name) || !/^(stripes|marks)/.test(name)) continue;
        made.add(name);
        definitions.append(makers[D.look(item.status).fill](name, item.who.slice(0, 3)));
      }
    }

    /** The colour of a zone's edge. */
    function edge(item) {
      if (item.status === "disputed") return theme.warning();
      return theme.colour(item.status === "not_stated" ? "" : item.who[0]);
    }

    /** Marks that stand too far apart for a swatch, nearer to each other; none for other fills. */
    function small(fill, colour) {
      if (fill === "marks") return D.svg("path", { d: "M9.5 5.5l7 7M16.5 5.5l-7 7", fill: "none", stroke: colour, "stroke-width": 2, "stroke-linecap": "round" });
      if (fill !== "stipple") return null;
      return [[6.5, 6], [13, 6], [19.5, 6], [9.7, 12], [16.3, 12]].map(([cx, cy]) => D.svg("circle", { cx, cy, r: 1.2, fill: colour, "fill-opacity": 0.7 }));
    }

    /** The key to a zone's look. */
    function swatch(item) {
      const look = D.look(item.status);
      const line = { stroke: edge(item), "stroke-width": Math.min(2, look.weight), "stroke-dasharray": look.dash && look.dash.replace("7 5", "4 3").replace("13 4 2 4", "8 3 2 3") };
      const inside = small(look.fill, edge(item));
      return D.svg("svg", { class: "swatch", viewBox: "0 0 26 18", "aria-hidden": "true" },
        D.svg("rect", { x: 1.2, y: 1.2, width: 23.6, height: 15.6, rx: 3.5, fill: inside ? "none" : `url(#${nameFor(item)})`, "fill-opacity": look.strength, ...line }), inside);
    }

    return { define, nameFor, swatch, edge, ...D.badgePictures(model, theme) };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
