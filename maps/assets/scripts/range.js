"use strict";
// How surely it is known where: a zone's certain core (the yolk) and its widest reading (the egg),
// and the ground that an incident's words allow. For what is chosen, or for all when asked for.
(function (D) {
  D.rangeOf = function (app) {
    const { map, model, state, theme } = app;
    const ranged = model.items.filter(({ record }) => (record.yolk ?? record.egg ?? record.area ?? undefined) !== undefined);
    const layer = L.layerGroup().addTo(map);
    const renderer = L.svg({ pane: "uncertainty", padding: 0.4 });

    function line(item, which, geometry) {
      if (!geometry) return;
      layer.addLayer(L.polygon(D.polygons(geometry), {
        renderer, interactive: false, fill: false, className: which, color: theme.colour(item.who[0]), weight: which === "egg" ? 2.6 : 1.6,
      }));
    }

    function draw() {
      layer.clearLayers();
      for (const item of ranged) {
        if (!(item.id === state.selected || state.uncertainty) || !state.visible(item)) continue;
        line(item, "egg", item.record.area || model.payload.shapes[item.record.egg]);
        line(item, "yolk", model.payload.shapes[item.record.yolk]);
      }
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
