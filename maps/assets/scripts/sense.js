"use strict";
// What zones mean on the map, however they are drawn: order, which are filled, and what a
// click on a spot chooses.
(function (D) {
  // When many days are drawn at once, fills step back behind edges.
  const ALL_DAYS = 0.45;
  // A zone that runs out of the view steps back as well.
  const WIDER_THAN_VIEW = 0.4;
  const MOSTLY = 0.8; // of a fight's ground; what is left is a strip between borders

  D.LEVELS = [["under", 410], ["ground", 420], ["over", 430]]; // with the height of each pane

  D.senseOf = function (app) {
    const { map, model, state } = app;
    const zones = model.items.filter((item) => item.kind === "zone");
    // The widest first, so that what is small can be pointed at.
    const order = [...zones].sort((one, other) => other.record.row.area_km2 - one.record.row.area_km2);

    /** What is seen now: asked once a drawing, not once a zone. */
    function looked() {
      const view = map.getBounds();
      return { around: D.edgesOf(view.pad(0.5)), spots: [view.getNorthEast(), view.getNorthWest(), view.getSouthEast(), view.getSouthWest(), view.getCenter()] };
    }

    /** Whether a zone lies all around what is seen: its fill would say nothing here. */
    const everywhere = (item, { spots }) => spots.every((spot) => D.inside(spot, item.record.geometry));

    function presence(item, { around: [west, south, east, north] }) {
      const box = D.boxOf(item.record.geometry);
      const inside = box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;
      return D.look(item.status).level !== "ground" && !inside ? WIDER_THAN_VIEW : 1;
    }

    /**
     * How opaque zones are filled, asked in their order. One ground is filled once for one holder,
     * however many days are shown, and once for the fighting over it, however many take part.
     */
    function strengths() {
      const filled = new Set();
      const holders = new Map(); // of one ground, as coarse positions or many days give it
      const view = looked();
      return function strength(item) {
        const look = D.look(item.status);
        if (look.level !== "ground" && everywhere(item, view)) return 0;
        const { record } = item;
        const alike = item.status === "contested" ? `${record.shape} contested` : `${record.shape} ${item.status} ${item.who[0]}`;
        if (filled.has(alike)) return 0;
        filled.add(alike);
        const ground = look.level === "ground" ? record.shape : alike;
        holders.set(ground, (holders.get(ground) || 0) + 1);
        // Each over those before it, so that all are seen alike: a half over one, a third over two.
        return (look.strength / holders.get(ground)) * (state.mode === "day" ? 1 : ALL_DAYS) * presence(item, view);
      };
    }

    /** How many square kilometres of each place are shown as held. */
    function heldAreas(found) {
      const areas = new Map();
      for (const { status, record: { row } } of found) {
        if (D.look(status).level === "ground") areas.set(row.place_id, (areas.get(row.place_id) || 0) + row.area_km2);
      }
      return areas;
    }

    /**
     * Whose edges are drawn. Of zones with one ground, one of the same look as a later one is
     * covered by it, and so is any under a later one of its level whose edge has no gaps;
     * and where the ground of a fight is held, its holders draw the edge: twice would look darker.
     */
    function edged(found) {
      const [covered, lined] = [new Set(), new Set()];
      const held = heldAreas(found);
      for (const item of [...found].reverse()) {
        const { id, status, record } = item;
        const { dash, level } = D.look(status);
        const own = status === "contested" ? "" : app.patterns.edge(item);
        const whole = `${record.shape} ${level} ${state.selected ? app.related(item) : ""}`;
        const look = `${whole} ${own} ${status}`;
        const over = status === "contested" && (held.get(record.row.place_id) || 0) > MOSTLY * record.row.area_km2;
        if (id === state.selected || !(covered.has(look) || covered.has(whole) || over)) lined.add(id);
        covered.add(dash ? look : whole);
      }
      return lined;
    }

    const levels = ["under", "over", "ground"];
    const depth = (item) => levels.indexOf(D.look(item.status).level);

    /** Zones at a spot, the one that says most of it first: held ground, then the smallest. */
    const under = (spot) =>
      zones.filter((item) => D.inside(spot, item.record.geometry) && state.visible(item))
        .sort((one, other) => depth(other) - depth(one) || one.record.row.area_km2 - other.record.row.area_km2);

    /** Choose what a click means: the edge of a zone that was hit, or what is under it. */
    function pick(spot, hit) {
      const [best] = under(spot);
      const item = best && (!hit || depth(best) >= depth(hit)) ? best : hit;
      if (item) app.select(item.id, { at: spot });
      return Boolean(item);
    }

    function all() {
      const view = looked();
      return zones.filter((item) => state.visible(item) && everywhere(item, view));
    }

    return { order, strengths, edged, under, pick, all };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
