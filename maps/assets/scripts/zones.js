"use strict";
// Zones on the map, in three levels: presence under what is held, fighting and siege over it.
(function (D) {
  // When many days are drawn at once, fills step back behind edges.
  const ALL_DAYS = 0.45;
  // A zone that runs out of the view steps back as well.
  const WIDER_THAN_VIEW = 0.4;

  D.zonesOf = function (app) {
    const { map, model, state, patterns } = app;
    const zones = model.items.filter((item) => item.kind === "zone");
    const drawn = new Map();
    const renderers = new Map();
    for (const [level, height] of [["under", 410], ["ground", 420], ["over", 430]]) {
      const pane = map.createPane(`zones-${level}`);
      pane.style.zIndex = height;
      pane.classList.add("zone-pane");
      renderers.set(level, L.svg({ pane: `zones-${level}`, padding: 0.4 }));
    }

    function restyle(item) {
      const layer = drawn.get(item.id);
      const path = layer.getElement();
      const look = D.look(item.status);
      layer.setStyle({
        color: patterns.edge(item), fillColor: `url(#${patterns.nameFor(item)})`, weight: look.weight, dashArray: look.dash,
        fillOpacity: filled(item) ? look.strength * (state.mode === "day" ? 1 : ALL_DAYS) * presence(item) : 0,
      });
      if (!path) return;
      path.classList.toggle("chosen", state.selected === item.id);
      path.classList.toggle("aside", Boolean(state.selected) && !app.related(item));
    }

    function name(path, item) {
      const parts = { tabindex: "0", role: "button", "aria-label": `${item.headline}. ${D.dates.span(item.from, item.to)}`, "data-id": item.id };
      for (const [attribute, value] of Object.entries(parts)) path.setAttribute(attribute, value);
      path.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        app.select(item.id);
      });
    }

    function make(item) {
      const layer = L.polygon(D.polygons(item.record.geometry), {
        renderer: renderers.get(D.look(item.status).level), className: `zone zone-${D.look(item.status).level}`, smoothFactor: 0.4, bubblingMouseEvents: false,
      });
      layer.on("click", (event) => pick(event.latlng, item));
      layer.on("add", () => name(layer.getElement(), item));
      layer.bindTooltip(D.tip(item), { sticky: true, className: "tip", direction: "top", offset: [0, -8], opacity: 1 });
      return layer;
    }

    for (const item of zones) drawn.set(item.id, make(item));
    // The widest first, so that what is small can be pointed at.
    const order = [...zones].sort((one, other) => other.record.row.area_km2 - one.record.row.area_km2);

    let fought = new Set();

    /** Whether a zone lies all around what is seen: its fill would say nothing here. */
    function everywhere(item) {
      const view = map.getBounds();
      const corners = [view.getNorthEast(), view.getNorthWest(), view.getSouthEast(), view.getSouthWest(), view.getCenter()];
      return corners.every((corner) => D.inside(corner, item.record.geometry));
    }

    const presence = (item) => {
      const wide = D.look(item.status).level !== "ground" && !map.getBounds().pad(0.5).contains(D.boundsOf(item));
      return wide ? WIDER_THAN_VIEW : 1;
    };

    /** Fighting over one ground is drawn once, however many are said to take part. */
    function filled(item) {
      if (D.look(item.status).level !== "ground" && everywhere(item)) return false;
      if (item.status !== "contested") return true;
      if (fought.has(item.record.shape)) return false;
      fought.add(item.record.shape);
      return true;
    }

    function draw() {
      fought = new Set();
      for (const item of order) {
        const layer = drawn.get(item.id);
        if (!state.visible(item)) {
          layer.remove();
          continue;
        }
        if (!map.hasLayer(layer)) layer.addTo(map);
        restyle(item);
        layer.bringToFront();
      }
    }

    const levels = ["under", "over", "ground"];
    const depth = (item) => levels.indexOf(D.look(item.status).level);

    /** Zones at a spot, the one that says most of it first: held ground, then the smallest. */
    const under = (spot) =>
      zones.filter((item) => state.visible(item) && D.inside(spot, item.record.geometry))
        .sort((one, other) => depth(other) - depth(one) || one.record.row.area_km2 - other.record.row.area_km2);

    /** Choose what a click means: the edge of a zone that was hit, or what is under it. */
    function pick(spot, hit) {
      const [best] = under(spot);
      const item = best && (!hit || depth(best) >= depth(hit)) ? best : hit;
      if (item) app.select(item.id, { at: spot });
      return Boolean(item);
    }

    const all = () => zones.filter((item) => state.visible(item) && everywhere(item));

    return { draw, under, pick, all };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
