"use strict";
// Incidents on a canvas, where nodes of the document would be slow: the same groups and looks as
// badges.js gives. The list of claims is their way for the keyboard.
(function (D) {
  // As the style sheet has them for nodes: .badge.chosen, .badge:hover, .aside and the shadow.
  const CHOSEN = 1.2;
  const HOVERED = 1.08;
  const ASIDE = 0.3;
  const SHADOW = { shadowColor: "rgb(0 0 0 / .28)", offset: 1, blur: 4 };
  const ROOM = 6; // pixels around a picture, for its shadow

  D.donutsOf = function (app) {
    const { map, state, theme, patterns } = app;
    const incidents = D.incidentsOf(app);
    let drawn = [];
    let at = () => null;
    let lit = null;
    let pictures = new Map();
    let words = {};

    /** A picture with its shadow, painted from the very node that the document would show. */
    function painted(key, node, scale) {
      const name = `${key} ${scale}`;
      if (pictures.has(name)) return pictures.get(name);
      const size = node.viewBox.baseVal.width;
      const sheet = () => {
        const made = document.createElement("canvas");
        made.width = made.height = Math.ceil((size + 2 * ROOM) * scale);
        return made;
      };
      const [bare, made] = [sheet(), sheet()];
      const brush = bare.getContext("2d");
      brush.setTransform(scale, 0, 0, scale, ROOM * scale, ROOM * scale);
      D.paintPicture(brush, node, scale);
      const ctx = made.getContext("2d");
      Object.assign(ctx, { shadowColor: SHADOW.shadowColor, shadowOffsetY: SHADOW.offset * scale, shadowBlur: SHADOW.blur * scale });
      ctx.drawImage(bare, 0, 0);
      const picture = { image: made, size: size + 2 * ROOM };
      pictures.set(name, picture);
      return picture;
    }

    const stamp = (ctx, { image, size }) => ctx.drawImage(image, -size / 2, -size / 2, size, size);

    function badge(ctx, item, scale) {
      const weak = D.isWeak(item);
      const name = `${item.type} ${theme.known(item.who[0]) ? item.who[0] : ""} ${weak}`;
      stamp(ctx, painted(name, patterns.badge(item.type, item.who[0], { weak }), scale));
    }

    function donut(ctx, items, scale) {
      // Shares differ from ring to ring; the plate under them and its shadow do not.
      const { radius, arcs, text } = D.ringOf(items.map((item) => (theme.known(item.who[0]) ? item.who[0] : "")));
      stamp(ctx, painted(`plate ${radius}`, patterns.donut(items, { bare: true }), scale));
      ctx.lineWidth = D.RING;
      for (const { actor, from, to } of arcs) {
        ctx.strokeStyle = theme.colour(actor);
        ctx.beginPath();
        ctx.arc(0, 0, radius - 3, from - Math.PI / 2, to - Math.PI / 2);
        ctx.stroke();
      }
      Object.assign(ctx, words);
      ctx.fillText(text, 0, 4.5);
    }

    function one(ctx, group, factor, scale) {
      ctx.save();
      ctx.translate(group.x, group.y);
      ctx.scale(factor, factor);
      ctx.globalAlpha = incidents.aside(group) ? ASIDE : 1;
      if (group.items.length === 1) badge(ctx, group.items[0], scale);
      else donut(ctx, group.items, scale);
      if (incidents.chosen(group)) {
        Object.assign(ctx, { strokeStyle: words.accent, lineWidth: 3 });
        ctx.beginPath();
        ctx.arc(0, 0, group.size / 2 + 1.5, 0, 2 * Math.PI);
        ctx.stroke();
      }
      ctx.restore();
    }

    function paint(ctx) {
      const scale = ctx.getTransform().a;
      words = { font: `650 13px ${D.token("--sans")}`, fillStyle: D.token("--ink"), textAlign: "center", accent: D.token("--accent") };
      const chosen = drawn.filter(incidents.chosen);
      for (const group of drawn) if (!chosen.includes(group)) one(ctx, group, 1, scale);
      for (const group of chosen) one(ctx, group, CHOSEN, scale);
      return drawn.length > 0;
    }

    function paintRings(ctx, [left, top, right, bottom]) {
      const rings = incidents.rings();
      ctx.save();
      ctx.setLineDash([1.5, 6]);
      ctx.lineCap = "round";
      for (const item of rings) {
        const { x, y } = map.latLngToLayerPoint(D.position(item.record.geometry.coordinates));
        const radius = incidents.reach(item);
        if (x + radius < left || x - radius > right || y + radius < top || y - radius > bottom) continue;
        ctx.strokeStyle = theme.colour(item.who[0]);
        ctx.lineWidth = item.id === state.selected ? 2.4 : 1.6;
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, 2 * Math.PI);
        ctx.stroke();
      }
      ctx.restore();
      return rings.length > 0;
    }

    // Under Leaflet's markers, which are few: scenarios and the reader's own.
    map.createPane("incidents").style.zIndex = 590;
    map.createPane("incidents-lit").style.zIndex = 595;
    for (const name of ["incidents", "incidents-lit"]) map.getPane(name).style.pointerEvents = "none";
    const redrawRings = D.canvasIn(map, "uncertainty", paintRings);
    const redraw = D.canvasIn(map, "incidents", paint);
    const drawLit = D.canvasIn(map, "incidents-lit", (ctx) => {
      const over = Boolean(lit) && !incidents.chosen(lit);
      if (over) one(ctx, lit, HOVERED, ctx.getTransform().a);
      return over;
    });

    /** Show which badge the pointer is on. */
    function light(group) {
      if (group === lit) return;
      lit = group;
      drawLit();
    }

    /** Draw, and return the room the badges take, for the names to keep clear of. */
    function draw() {
      drawn = incidents.groups();
      at = D.discs(drawn);
      redrawRings();
      redraw();
      lit = null;
      drawLit();
      return drawn.map(({ x, y, size }) => ({ point: L.point(x, y), size }));
    }

    /** The group at a point of the map's layers, or null. */
    const hit = ({ x, y }) => at(x, y);

    /** Forget what depends on the theme. */
    const retheme = () => { pictures = new Map(); };

    return { draw, hit, light, retheme, tipOf: incidents.tipOf, nameOf: incidents.nameOf, open: incidents.open };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
