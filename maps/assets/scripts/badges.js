"use strict";
// Incidents as nodes of the document: a badge each, or a ring of shares for several. Each can be
// reached by keyboard. Many are drawn by donuts.js.
(function (D) {
  D.badgesOf = function (app) {
    const { map, state, theme, patterns } = app;
    const incidents = D.incidentsOf(app);
    const markers = L.layerGroup().addTo(map);
    const rings = L.layerGroup().addTo(map);
    const ringRenderer = L.svg({ pane: "uncertainty", padding: 0.4 });

    function place(group) {
      const { items, size, x, y } = group;
      const [first] = items;
      const single = items.length === 1;
      const chosen = incidents.chosen(group);
      const picture = single
        ? patterns.badge(first.type, first.who[0], { weak: D.isWeak(first) })
        : patterns.donut(items);
      const node = D.h("span", { class: `badge${chosen ? " chosen" : ""}${incidents.aside(group) ? " aside" : ""}` }, picture);
      const icon = L.divIcon({ html: node, className: "badge-place", iconSize: [size, size], iconAnchor: [size / 2, size / 2] });
      const marker = L.marker(group.spot, { icon, riseOnHover: true, zIndexOffset: chosen ? 1000 : 0 });
      const open = () => incidents.open(group);
      marker.on("add", () => {
        marker.getElement().setAttribute("aria-label", incidents.nameOf(group));
        marker.getElement().dataset.id = first.id;
      });
      marker.on("click", open);
      marker.on("keypress", (event) => event.originalEvent.key === "Enter" && open());
      marker.bindTooltip(incidents.tipOf(group), { className: "tip", direction: "top", offset: [0, -size / 2], opacity: 1 });
      markers.addLayer(marker);
      return { point: L.point(x, y), size };
    }

    function drawRings() {
      rings.clearLayers();
      for (const item of incidents.rings()) {
        rings.addLayer(L.circle(D.position(item.record.geometry.coordinates), {
          radius: item.record.row.uncertainty_m, renderer: ringRenderer, className: "uncertainty", interactive: false,
          color: theme.colour(item.who[0]), weight: item.id === state.selected ? 2.4 : 1.6, fill: false,
        }));
      }
    }

    /** Draw, and return the room the badges take, for the names to keep clear of. */
    function draw() {
      markers.clearLayers();
      drawRings();
      return incidents.groups().map(place);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
