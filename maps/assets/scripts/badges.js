"use strict";
// Incidents on the map. Those that would overlap become one ring with their number; a position
// is never moved to make room.
(function (D) {
  const CELL = 34; // pixels: a badge and a little air
  const WEAK = 0.55; // below this the ring is dashed

  D.isWeak = (item) => item.confidence < WEAK;

  D.badgesOf = function (app) {
    const { map, model, state, theme, patterns } = app;
    const incidents = model.items.filter((item) => item.kind === "incident");
    const markers = L.layerGroup().addTo(map);
    const rings = L.layerGroup().addTo(map);
    const ringRenderer = L.svg({ pane: "uncertainty", padding: 0.4 });

    function groups() {
      const seen = map.getBounds().pad(0.5);
      const cells = new Map();
      const found = [];
      for (const item of incidents) {
        const spot = D.position(item.record.geometry.coordinates);
        if (!state.visible(item) || !seen.contains(spot)) continue;
        const point = map.project(spot);
        const [x, y] = [Math.floor(point.x / CELL), Math.floor(point.y / CELL)];
        const group = near(cells, x, y, point);
        if (group) {
          group.items.push(item);
          continue;
        }
        const made = { spot, point, items: [item] };
        found.push(made);
        const key = `${x},${y}`;
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(made);
      }
      return found;
    }

    function near(cells, x, y, point) {
      for (let column = x - 1; column <= x + 1; column += 1) {
        for (let row = y - 1; row <= y + 1; row += 1) {
          for (const group of cells.get(`${column},${row}`) || []) {
            if (group.point.distanceTo(point) < CELL) return group;
          }
        }
      }
      return null;
    }

    function place(group) {
      const [first] = group.items;
      const single = group.items.length === 1;
      const size = single ? 28 : group.items.length < 10 ? 38 : 44;
      const chosen = group.items.some((item) => item.id === state.selected);
      const aside = state.selected && !group.items.some(app.related);
      const picture = single
        ? patterns.badge(first.type, first.who[0], { weak: D.isWeak(first) })
        : patterns.donut(group.items);
      const node = D.h("span", { class: `badge${chosen ? " chosen" : ""}${aside ? " aside" : ""}` }, picture);
      const icon = L.divIcon({ html: node, className: "badge-place", iconSize: [size, size], iconAnchor: [size / 2, size / 2] });
      const marker = L.marker(group.spot, { icon, riseOnHover: true, zIndexOffset: chosen ? 1000 : 0 });
      const name = single
        ? `${first.headline}. ${D.dates.span(first.from, first.to)}`
        : `${group.items.length} incidents: ${group.items.slice(0, 4).map((item) => item.headline).join("; ")}`;
      const open = () => (single ? app.select(first.id) : app.openList(`${group.items.length} incidents here`, group.items));
      marker.on("add", () => {
        marker.getElement().setAttribute("aria-label", name);
        marker.getElement().dataset.id = first.id;
      });
      marker.on("click", open);
      marker.on("keypress", (event) => event.originalEvent.key === "Enter" && open());
      marker.bindTooltip(single ? D.tip(first) : D.tipOfMany(group.items), { className: "tip", direction: "top", offset: [0, -size / 2], opacity: 1 });
      markers.addLayer(marker);
      return { point: map.latLngToLayerPoint(group.spot), size };
    }

    function drawRings() {
      rings.clearLayers();
      for (const item of incidents) {
        const chosen = item.id === state.selected;
        if (!state.visible(item) || !(chosen || state.uncertainty) || !item.record.row.uncertainty_m) continue;
        if (item.record.area) continue; // its ground is told more exactly than by a ring
        rings.addLayer(L.circle(D.position(item.record.geometry.coordinates), {
          radius: item.record.row.uncertainty_m, renderer: ringRenderer, className: "uncertainty", interactive: false,
          color: theme.colour(item.who[0]), weight: chosen ? 2.4 : 1.6, fill: false,
        }));
      }
    }

    /** Draw, and return the room the badges take, for the names to keep clear of. */
    function draw() {
      markers.clearLayers();
      drawRings();
      return groups().map(place);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
