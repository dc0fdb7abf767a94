"use strict";
// Names on the map: places, and whose ground a zone is. What would overlap is left out.
(function (D) {
  // From which zoom to which a kind of place is named, and the width of its letters in pixels.
  const KINDS = {
    country: [3, 7, 9.5], province: [6, 9, 7.4], region: [6, 10, 8], water: [7, 15, 7],
    city: [5.5, 14, 9], county: [9, 12, 7], town: [9, 18, 7.4], village: [11.5, 18, 7],
    camp: [11, 18, 9], district: [12, 18, 7.2], landmark: [12, 18, 7],
  };
  const ZONES_FROM = 10;
  const NEAR = 30; // pixels a name may stand off its point
  // Where a name may go when its own spot is taken, in pixels, nearest first.
  const AROUND = [0, 30, 56, 84, 112].flatMap((far) =>
    far === 0 ? [[0, 0]] : [[0, -1], [0, 1], [1, 0], [-1, 0], [0.8, 0.7], [-0.8, 0.7], [0.8, -0.7], [-0.8, -0.7]].map(([x, y]) => [x * far, y * far]));

  D.namesOf = function (app) {
    const { map, model, state, theme } = app;
    const layer = L.layerGroup().addTo(map);
    const zones = model.items.filter((item) => item.kind === "zone");
    let taken = [];

    const collides = (x, y, width, height) =>
      taken.some((box) => Math.abs(box.x - x) * 2 < box.width + width && Math.abs(box.y - y) * 2 < box.height + height);

    /** The first free spot around a point, as a layer point; null when there is none. */
    function room(point, width, height, allowed) {
      for (const [dx, dy] of AROUND) {
        const [x, y] = [point.x + dx, point.y + dy];
        const spot = L.point(x, y);
        if (collides(x, y, width, height) || ((dx || dy) && !allowed(spot, Math.hypot(dx, dy)))) continue;
        taken.push({ x, y, width, height });
        return spot;
      }
      return null;
    }

    function write(spot, pane, node) {
      const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
      layer.addLayer(L.marker(map.layerPointToLatLng(spot), { pane, icon, interactive: false, keyboard: false }));
    }

    function writePlace(place, seen) {
      const [from, to, letter] = KINDS[place.kind] || KINDS.district;
      const zoom = map.getZoom();
      const position = D.position(place.at);
      if (zoom < from || zoom > to || !seen.contains(position)) return;
      // A name may move a little, or as far as its place reaches: farther off it would mislead.
      const [west, south, east, north] = place.box || [0, 0, 0, 0];
      const inPlace = (spot) => {
        const { lat, lng } = map.layerPointToLatLng(spot);
        return lat > south && lat < north && lng > west && lng < east;
      };
      const width = Math.max(40, Math.max(place.name.length, (place.local || "").length * 0.8) * letter);
      const spot = room(map.latLngToLayerPoint(position), width, place.local ? 34 : 20, (at, far) => far <= NEAR || inPlace(at));
      if (!spot) return;
      write(spot, "names", D.h("div", { class: `place place-${place.kind}` }, D.h("b", null, place.name), D.bdi(place.local)));
    }

    function writeZone(item, seen) {
      const anchor = D.position(item.record.label);
      if (!seen.contains(anchor)) return;
      const disputed = item.status === "disputed";
      const word = model.payload.statuses[item.status];
      const unnamed = disputed || item.status === "not_stated";
      const text = unnamed ? word[0].toUpperCase() + word.slice(1) : theme.name(item.who[0]);
      const width = Math.max(70, text.length * 7.1);
      // A moved name keeps most of its letters on its own ground.
      const inside = (at) => [-0.35, 0, 0.35].every((side) =>
        D.inside(map.layerPointToLatLng(at.add([side * width, 0])), item.record.geometry));
      const spot = room(map.latLngToLayerPoint(anchor), width, unnamed ? 20 : 34, inside);
      if (!spot) return;
      const colour = disputed ? "var(--warn)" : theme.colour(item.status === "not_stated" ? "" : item.who[0]);
      write(spot, "zone-names", D.h("div", { class: "zone-name", css: { color: colour } }, D.h("bdi", { dir: "auto" }, text), unnamed ? null : D.h("small", null, word)));
    }

    const order = (item) => (item.status === "disputed" ? -1 : ["ground", "over", "under"].indexOf(D.look(item.status).level));

    /** Fighting over one ground is named once. */
    const repeated = (item) => item.status === "contested" && zones.some((other) =>
      other.status === "contested" && other !== item && other.record.shape === item.record.shape && state.visible(other) && zones.indexOf(other) < zones.indexOf(item));

    const importance = { country: 0, city: 1, camp: 1, province: 2, town: 3 };

    function draw(badges) {
      layer.clearLayers();
      taken = badges.map(({ point, size, width = size + 4, height = size + 4 }) => ({ x: point.x, y: point.y, width, height }));
      const seen = map.getBounds().pad(0.1);
      // What is disputed or held is named before what lies over and under it; the widest first.
      const shown = zones.filter((item) => state.visible(item) && !repeated(item))
        .sort((one, other) => order(one) - order(other) || other.record.row.area_km2 - one.record.row.area_km2);
      const places = state.names
        ? [...model.payload.places].sort((one, other) => Boolean(one.base) - Boolean(other.base) || (importance[one.kind] ?? 4) - (importance[other.kind] ?? 4))
        : [];
      for (const place of places.filter((one) => one.kind === "camp")) writePlace(place, seen);
      if (map.getZoom() >= ZONES_FROM) for (const item of shown) writeZone(item, seen);
      for (const place of places.filter((one) => one.kind !== "camp")) writePlace(place, seen);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
