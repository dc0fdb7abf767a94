"use strict";
// Zones on canvases, where nodes of the document would be slow: the same looks, order and answers
// as zones.js gives. The list of claims is their way for the keyboard.
(function (D) {
  // As the style sheet has them for nodes: .zone.chosen, .zone:hover and .aside.
  const CHOSEN = 4.4;
  const HOVERED = 3.6;
  const ASIDE = 0.3;

  D.tractsOf = function (app) {
    const { map, state, patterns } = app;
    const { order, strengths, edged, under, pick, all } = D.senseOf(app);
    const paths = D.pathsOf(map);
    const canvases = new Map();
    let shown = [];
    let hatches = new Map(); // by name and context: drawn once a theme
    let lit = null;

    function hatch(ctx, item, scale) {
      const key = `${patterns.nameFor(item)} ${scale}`;
      if (!hatches.has(key)) hatches.set(key, D.tile(ctx, `url(#${patterns.nameFor(item)})`, scale));
      return hatches.get(key);
    }

    function stroke(ctx, path, item, weight) {
      const { dash } = D.look(item.status);
      ctx.setLineDash(dash ? dash.split(" ").map(Number) : []);
      ctx.strokeStyle = patterns.edge(item);
      ctx.lineWidth = weight;
      ctx.stroke(path);
    }

    /** Move to the paths' own origin and return what is seen, in their pixels. */
    function place(ctx, [left, top, right, bottom]) {
      const { x, y } = paths.begin(order[0] && order[0].record.geometry);
      ctx.translate(x, y);
      Object.assign(ctx, { lineJoin: "round", lineCap: "round" });
      return [left - x, top - y, right - x, bottom - y];
    }

    function paint(level, ctx, seen) {
      const scale = ctx.getTransform().a;
      ctx.save();
      const box = place(ctx, seen);
      let any = false;
      for (const { item, strength, lined } of shown) {
        const look = D.look(item.status);
        const path = look.level === level && paths.of(item.record.geometry, box);
        if (!path) continue;
        any = true;
        const alpha = state.selected && !app.related(item) ? ASIDE : 1;
        if (strength) {
          ctx.globalAlpha = strength * alpha;
          ctx.fillStyle = hatch(ctx, item, scale);
          ctx.fill(path, "evenodd");
        }
        ctx.globalAlpha = alpha;
        if (lined) stroke(ctx, path, item, item.id === state.selected ? CHOSEN : look.weight);
      }
      ctx.restore();
      return any;
    }

    for (const [level, height] of D.LEVELS) {
      const pane = map.createPane(`zones-${level}`);
      pane.style.zIndex = height;
      pane.classList.add("zone-pane");
      canvases.set(level, D.canvasIn(map, `zones-${level}`, (ctx, seen) => paint(level, ctx, seen)));
    }
    map.createPane("zones-lit").style.zIndex = 435;
    const drawLit = D.canvasIn(map, "zones-lit", (ctx, seen) => {
      if (!lit || !state.visible(lit)) return false;
      ctx.save();
      const path = paths.of(lit.record.geometry, place(ctx, seen));
      if (path) stroke(ctx, path, lit, lit.id === state.selected ? CHOSEN : HOVERED);
      ctx.restore();
      return Boolean(path);
    });

    /** Show which zone the pointer is on, by a wider edge. */
    function light(item) {
      if (item === lit) return;
      lit = item;
      drawLit();
    }

    function draw() {
      const strength = strengths();
      const found = order.filter(state.visible);
      const lines = edged(found);
      shown = found.map((item) => ({ item, strength: strength(item), lined: lines.has(item.id) }));
      for (const redraw of canvases.values()) redraw();
      drawLit();
    }

    /** Forget what depends on the theme. */
    const retheme = () => { hatches = new Map(); };

    return { draw, under, pick, all, light, retheme };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
