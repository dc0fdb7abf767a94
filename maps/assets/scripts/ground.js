"use strict";
// The Leaflet map and the ground under the layers. Data is longitude, latitude; here, and only
// here, it is turned round for Leaflet.
(function (D) {
  const turned = (ring) => ring.map(([longitude, latitude]) => [latitude, longitude]);

  /** A geometry's rings as Leaflet wants them; a list of polygons. */
  D.polygons = function (geometry) {
    const { type, coordinates } = D.eastern(geometry);
    return (type === "Polygon" ? [coordinates] : coordinates).map((rings) => rings.map(turned));
  };

  D.position = ([longitude, latitude]) => L.latLng(latitude, D.easterly(longitude));

  D.bounds = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

  /** West, south, east, north of Leaflet's bounds, as plain numbers: many are asked for at once. */
  D.edgesOf = (bounds) => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];

  const known = new WeakMap(); // bounds by item: shapes never change

  function measured(item) {
    const geometry = item.record.geometry;
    if (geometry.type === "Point") {
      const reach = Math.min(item.record.row.uncertainty_m || 500, 200000);
      return D.position(geometry.coordinates).toBounds(Math.max(1200, reach * 2.4));
    }
    return D.bounds(D.boxOf(geometry));
  }

  /** The bounds of an item's shape; not to be changed. */
  D.boundsOf = function (item) {
    if (!known.has(item)) known.set(item, measured(item));
    return known.get(item);
  };

  /** Whether a spot lies in an area, its holes left out. */
  D.inside = ({ lng, lat }, geometry) => D.holds(geometry, lng, lat);

  function drawBase(map, shapes) {
    // Where no country is drawn there is no sea to tell from land.
    if (!shapes.some((shape) => shape.class === "land")) map.getContainer().classList.add("inland");
    const renderer = L.svg({ pane: "base", padding: 0.6 });
    for (const shape of shapes) {
      const filled = !["province", "region"].includes(shape.class);
      L.polygon(shape.rings.map((ring) => [turned(ring)]), {
        renderer, className: `base-${shape.class}`, interactive: false, fill: filled, fillOpacity: 1,
        fillRule: "evenodd", weight: shape.class === "land" ? 1.2 : 1, smoothFactor: 0.6,
      }).addTo(map);
    }
  }

  D.mapOf = function (payload) {
    const map = L.map("map", {
      zoomSnap: 0.25, minZoom: 2, maxZoom: 18, zoomAnimation: !D.calm(), fadeAnimation: !D.calm(),
      maxBounds: D.bounds(payload.frame).pad(-0.01), maxBoundsViscosity: 0.9,
    });
    globalThis[payload.map] = map;
    map.attributionControl.setPrefix(false).addAttribution("Outlines: Natural Earth and the gazetteer");
    L.control.scale({ imperial: false }).addTo(map);
    const panes = { base: 210, local: 215, "local-over": 425, uncertainty: 445, names: 455, "zone-names": 460 };
    for (const [name, level] of Object.entries(panes)) {
      map.createPane(name).style.zIndex = level;
      map.getPane(name).style.pointerEvents = "none";
    }
    // Tiles cover the drawn ground, which stays where they do not come.
    map.getPane("tilePane").style.zIndex = 220;
    map.setView([0, 0], 3, { animate: false });
    drawBase(map, payload.base);
    D.drawLocal(map, payload.local);
    return map;
  };

  /** Show what the case is about. */
  D.fitFirst = (map, payload) => map.fitBounds(D.bounds(payload.view), { animate: false, padding: [24, 24] });

  /** Keep the reader inside the base map: where it was cut off there is nothing to see. */
  D.keepInside = function (map, payload) {
    map.invalidateSize({ animate: false });
    map.setMinZoom(map.getBoundsZoom(D.bounds(payload.frame).pad(-0.01), true));
  };

  /** Folium's markers expect Leaflet's pictures beside the page; this pin needs no file. */
  D.usePin = function () {
    const pin = "<svg xmlns='http://www.w3.org/2000/svg' width='25' height='41' viewBox='0 0 25 41'><path d='M12.5 0A12.5 12.5 0 0 0 0 12.5C0 22 12.5 41 12.5 41S25 22 25 12.5A12.5 12.5 0 0 0 12.5 0z' fill='#0B4F6C'/><circle cx='12.5' cy='12.5' r='5' fill='#fff'/></svg>";
    delete L.Icon.Default.prototype._getIconUrl;
    L.Icon.Default.mergeOptions({
      iconUrl: "data:image/svg+xml," + encodeURIComponent(pin), iconRetinaUrl: null, shadowUrl: null,
    });
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
