"use strict";
// How surely a zone's edge is known: its certain core (the yolk) and its widest reading (the egg),
// for the chosen zone, or for all when uncertainty is asked for.
(function (D) {
  D.rangeOf = function (app) {
    const { map, model, state, theme } = app;
    const ranged = model.items.filter((item) => item.kind === "zone" && (item.record.yolk ?? item.record.egg) !== undefined);
    const layer = L.layerGroup().addTo(map);
    const renderer = L.svg({ pane: "uncertainty", padding: 0.4 });

    function line(item, which) {
      const shape = item.record[which];
      if (shape === undefined) return;
      layer.addLayer(L.polygon(D.polygons(model.payload.shapes[shape]), {
        renderer, interactive: false, fill: false, className: which, color: theme.colour(item.who[0]), weight: which === "egg" ? 2.6 : 1.6,
      }));
    }

    function draw() {
      layer.clearLayers();
      for (const item of ranged) {
        if (!(item.id === state.selected || state.uncertainty) || !state.visible(item)) continue;
        line(item, "egg");
        line(item, "yolk");
      }
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
