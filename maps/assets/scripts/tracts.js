"use strict";
// Zones on canvases, where nodes of the document would be slow: the same looks, order and answers
// as zones.js gives. The list of claims is their way for the keyboard.
(function (D) {
  // As the style sheet has them for nodes: .zone.chosen, .zone:hover and .aside.
  const CHOSEN = 4.4;
  const HOVERED = 3.6;
  const ASIDE = 0.3;
  // Where so many edges are seen at once, those of small zones would hide the ground between
  // them; they are drawn finer, which is five times as fast too. Sizes in pixels of the screen.
  const CROWD = 300;
  const FINE = 1;
  const SMALL = 64;
  const LARGE = 128;

  D.tractsOf = function (app) {
    const { map, state, patterns } = app;
    const { order, strengths, edged, under, pick, all } = D.senseOf(app);
    const paths = D.pathsOf(map);
    const canvases = new Map();
    const shown = new Map(); // by level, what is drawn of it
    let crowded = false;
    let themes = 0; // how often colours have changed
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

    /** How wide an edge is: finer around what is small, where there are many. */
    function weight(item, look) {
      if (!crowded) return look.weight;
      const size = paths.sizeOf(item.record.geometry);
      const share = Math.min(1, Math.max(0, (size - SMALL) / (LARGE - SMALL)));
      return FINE + (look.weight - FINE) * share;
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
      for (const { item, look, strength, lined, alpha } of shown.get(level)) {
        const path = paths.of(item.record.geometry, box);
        if (!path) continue;
        any = true;
        if (strength) {
          ctx.globalAlpha = strength * alpha;
          ctx.fillStyle = hatch(ctx, item, scale);
          ctx.fill(path, "evenodd");
        }
        ctx.globalAlpha = alpha;
        if (lined) stroke(ctx, path, item, item.id === state.selected ? CHOSEN : weight(item, look));
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

    /** Whether more edges are in view than can be told apart. */
    function isCrowded(found) {
      const [west, south, east, north] = D.edgesOf(map.getBounds());
      let count = 0;
      for (const { item, lined } of found) {
        const box = D.boxOf(item.record.geometry);
        if (lined && box[0] < east && box[2] > west && box[1] < north && box[3] > south) count += 1;
      }
      return count > CROWD;
    }

    /** What is drawn of a level, in words: while they stay, the canvas may. */
    const basis = (found) => [themes, crowded, state.selected, ...found.map(({ item, strength, lined, alpha }) => `${item.number} ${strength} ${lined} ${alpha}`)].join();

    function draw() {
      const strength = strengths();
      const visible = order.filter(state.visible);
      const lines = edged(visible);
      const found = visible.map((item) => ({
        item, look: D.look(item.status), strength: strength(item), lined: lines.has(item.id),
        alpha: state.selected && !app.related(item) ? ASIDE : 1,
      }));
      crowded = isCrowded(found);
      for (const [level, redraw] of canvases) {
        shown.set(level, found.filter(({ look }) => look.level === level));
        redraw(basis(shown.get(level)));
      }
      drawLit();
    }

    /** Forget what depends on the theme. */
    function retheme() {
      hatches = new Map();
      themes += 1;
    }

    return { draw, under, pick, all, light, retheme };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
