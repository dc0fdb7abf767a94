"use strict";
// Which incidents stand where on the map, and what is said of them, however they are drawn. Those
// that would overlap become one ring with their number; a position is never moved to make room.
(function (D) {
  const CELL = 34; // pixels: a badge and a little air
  const WEAK = 0.55; // below this the ring is dashed
  const AROUND = 0.5; // of the map's size: what a drag brings into view is drawn already
  // Metres a pixel at the equator on a world of one 256-pixel tile.
  const METRES = 156543.03392;

  D.isWeak = (item) => item.confidence < WEAK;

  D.incidentsOf = function (app) {
    const { map, model, state } = app;
    const incidents = model.items.filter((item) => item.kind === "incident");
    // The columns that are filtered and grouped together; a payload of columns would give them as they are.
    const unit = { x: new Float64Array(incidents.length), y: new Float64Array(incidents.length) };
    const pixel = { x: new Float64Array(incidents.length), y: new Float64Array(incidents.length) };
    incidents.forEach((item, at) => {
      const [longitude, latitude] = item.record.geometry.coordinates;
      [unit.x[at], unit.y[at]] = D.mercator(D.easterly(longitude), latitude);
    });

    /** Put every incident in pixels of Leaflet's layers. */
    function project() {
      const scale = 256 * 2 ** map.getZoom();
      const origin = map.getPixelOrigin();
      for (let at = 0; at < incidents.length; at += 1) {
        pixel.x[at] = unit.x[at] * scale - origin.x;
        pixel.y[at] = unit.y[at] * scale - origin.y;
      }
      return pixel;
    }

    function seen() {
      const size = map.getSize();
      const corner = map.containerPointToLayerPoint([0, 0]);
      return [corner.x - size.x * AROUND, corner.y - size.y * AROUND, corner.x + size.x * (1 + AROUND), corner.y + size.y * (1 + AROUND)];
    }

    /** What is shown, in groups: where each stands in pixels of layers, how wide, and what it holds. */
    function groups() {
      const found = D.clusters(project(), (at) => state.visible(incidents[at]), seen(), CELL);
      return found.map(({ first, members }) => {
        const items = members.map((at) => incidents[at]);
        const spot = D.position(incidents[first].record.geometry.coordinates);
        const size = items.length === 1 ? 28 : items.length < 10 ? 38 : 44;
        return { items, spot, x: pixel.x[first], y: pixel.y[first], size };
      });
    }

    /** What is said of a group, and what a click on it does. */
    const nameOf = ({ items: [first, ...more] }) => (more.length
      ? `${more.length + 1} incidents: ${[first, ...more.slice(0, 3)].map((item) => item.headline).join("; ")}`
      : `${first.headline}. ${D.dates.span(first.from, first.to)}`);
    const actorOf = (actor) => app.theme.name(app.theme.known(actor) ? actor : "");
    const tipOf = ({ items }) => (items.length === 1 ? D.tip(items[0]) : D.tipOfMany(items, actorOf));
    const open = ({ items }) => (items.length === 1 ? app.select(items[0].id) : app.openList(`${items.length} incidents here`, items));
    const chosen = ({ items }) => items.some((item) => item.id === state.selected);
    const aside = ({ items }) => Boolean(state.selected) && !items.some(app.related);

    /** The incidents whose uncertainty is drawn, with its radius in pixels. */
    function rings() {
      if (!state.uncertainty && !state.selected) return [];
      return incidents.filter((item) => {
        const { row, area } = item.record;
        // What has an area of its own is told more exactly by that than by a ring.
        return (state.uncertainty || item.id === state.selected) && row.uncertainty_m && !area && state.visible(item);
      });
    }

    const reach = (item) => {
      const latitude = (item.record.geometry.coordinates[1] * Math.PI) / 180;
      return (item.record.row.uncertainty_m * 2 ** map.getZoom()) / (METRES * Math.cos(latitude));
    };

    return { groups, rings, reach, nameOf, tipOf, open, chosen, aside };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
