"use strict";
// How surely it is known where: a zone's certain core (the yolk) and its widest reading (the egg),
// and the ground that an incident's words allow. For what is chosen, or for all when asked for.
(function (D) {
  // As the style sheet has them for nodes: .egg and .yolk.
  const LOOKS = {
    egg: { weight: 2.6, dash: [0.1, 6], opacity: 1 },
    yolk: { weight: 1.6, dash: [], opacity: 0.9 },
  };

  D.rangeOf = function (app) {
    const { map, model, state, theme } = app;
    const ranged = model.items.filter(({ record }) => (record.yolk ?? record.egg ?? record.area ?? undefined) !== undefined);

    /** The lines to draw now: whose, which of the two, and along what. */
    function lines() {
      const items = ranged.filter((item) => (item.id === state.selected || state.uncertainty) && state.visible(item));
      return items.flatMap((item) => [
        { item, which: "egg", geometry: item.record.area || model.payload.shapes[item.record.egg] },
        { item, which: "yolk", geometry: model.payload.shapes[item.record.yolk] },
      ]).filter(({ geometry }) => geometry);
    }

    function onNodes() {
      const layer = L.layerGroup().addTo(map);
      const renderer = L.svg({ pane: "uncertainty", padding: 0.4 });
      return function draw() {
        layer.clearLayers();
        for (const { item, which, geometry } of lines()) {
          layer.addLayer(L.polygon(D.polygons(geometry), {
            renderer, interactive: false, fill: false, className: which, color: theme.colour(item.who[0]), weight: LOOKS[which].weight,
          }));
        }
      };
    }

    function onCanvas() {
      const paths = D.pathsOf(map);
      return D.canvasIn(map, "uncertainty", (ctx, [left, top, right, bottom]) => {
        const found = lines();
        const { x, y } = paths.begin(found.length ? found[0].geometry : null);
        ctx.save();
        ctx.translate(x, y);
        Object.assign(ctx, { lineJoin: "round", lineCap: "round" });
        for (const { item, which, geometry } of found) {
          const path = paths.of(geometry, [left - x, top - y, right - x, bottom - y]);
          if (!path) continue;
          const { weight, dash, opacity } = LOOKS[which];
          ctx.setLineDash(dash);
          Object.assign(ctx, { globalAlpha: opacity, lineWidth: weight, strokeStyle: theme.colour(item.who[0]) });
          ctx.stroke(path);
        }
        ctx.restore();
        return found.length > 0;
      });
    }

    return { draw: app.renderer.way === "canvas" ? onCanvas() : onNodes() };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
