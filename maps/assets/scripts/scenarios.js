"use strict";
// What was planned, offered, supposed or denied, and is no fact: no fill and nobody's colour, a
// place's own outline in loose dots, and a tag that says how many of which kind.
(function (D) {
  const LETTER = 6.6; // pixels, of the tag's type
  const TALL = 26;

  /** Count scenarios by kind, in words. */
  D.scenarioWords = (items) =>
    D.SCENARIOS.map(({ id, short }) => [items.filter((item) => item.assertion === id).length, short.toLowerCase()])
      .filter(([count]) => count).map((pair) => pair.join(" ")).join(", ");

  D.scenariosOf = function (app) {
    const { map, model, state } = app;
    const scenarios = model.items.filter((item) => item.kind === "scenario");
    const layer = L.layerGroup().addTo(map);
    const renderer = L.svg({ pane: "uncertainty", padding: 0.4 });

    function byPlace() {
      const places = new Map();
      for (const item of scenarios.filter(state.visible)) {
        if (!places.has(item.record.place)) places.set(item.record.place, []);
        places.get(item.record.place).push(item);
      }
      return [...places.values()];
    }

    /** Where the tag stands: on the outline's northern tip, clear of what is drawn inside. */
    function tip(geometry) {
      if (geometry.type === "Point") return D.position(geometry.coordinates);
      const points = D.polygons(geometry).flat(2);
      return L.latLng(points.reduce((best, one) => (one[0] > best[0] ? one : best)));
    }

    function place(items) {
      const [{ record }] = items;
      const chosen = items.some((item) => item.id === state.selected);
      if (record.geometry.type !== "Point") {
        // Dots alone would be lost on the edge of a zone that has the same outline.
        for (const [className, weight] of [["scenario-halo", 6], ["scenario", chosen ? 3.6 : 2.8]]) {
          layer.addLayer(L.polygon(D.polygons(record.geometry), { renderer, interactive: false, fill: false, weight, className }));
        }
      }
      const text = D.scenarioWords(items);
      const width = text.length * LETTER + 38;
      const name = (model.places.get(record.place) || {}).name || "";
      const node = D.h("span", { class: chosen ? "scenario-tag chosen" : "scenario-tag" }, D.icon("maybe"), text);
      const icon = L.divIcon({ html: node, className: "scenario-place", iconSize: [width, TALL], iconAnchor: [width / 2, TALL / 2] });
      const marker = L.marker(tip(record.geometry), { icon, riseOnHover: true });
      const open = () => (items.length === 1 ? app.select(items[0].id) : app.openList("Told, and not fact", items));
      marker.on("add", () => {
        marker.getElement().setAttribute("aria-label", `Not fact, at ${name}: ${text}`);
        marker.getElement().dataset.id = items[0].id;
      });
      marker.on("click", open);
      marker.on("keypress", (event) => event.originalEvent.key === "Enter" && open());
      layer.addLayer(marker);
      return { point: map.latLngToLayerPoint(marker.getLatLng()), width, height: TALL };
    }

    /** Draw, and return the room the tags take, for the names to keep clear of. */
    function draw() {
      layer.clearLayers();
      return byPlace().map(place);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
