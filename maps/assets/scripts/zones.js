"use strict";
// Zones on the map: one pane an actor, so that the claims of one actor do not darken each other.
(function (D) {
  // When many days are drawn at once, fills step back behind edges.
  const ALL_DAYS = 0.45;

  D.zonesOf = function (app) {
    const { map, model, state, theme, patterns } = app;
    const zones = model.items.filter((item) => item.kind === "zone");
    const renderers = new Map();
    const drawn = new Map();

    function rendererFor(item) {
      const shared = item.status === "disputed" || item.status === "contested";
      const key = shared ? "shared" : item.who[0] || "";
      if (!renderers.has(key)) {
        const name = `zones-${renderers.size}`;
        const pane = map.createPane(name);
        pane.style.zIndex = shared ? 440 : 410 + Math.min(renderers.size, 28);
        pane.classList.add("zone-pane");
        renderers.set(key, L.svg({ pane: name, padding: 0.4 }));
      }
      return renderers.get(key);
    }

    const edge = (item) => {
      if (item.status === "disputed") return theme.dark() ? "#F5A46B" : "#9A3412";
      return theme.colour(item.status === "not_stated" ? "" : item.who[0]);
    };

    function restyle(item) {
      const layer = drawn.get(item.id);
      const path = layer.getElement();
      const look = D.look(item.status);
      layer.setStyle({
        color: edge(item), fillColor: `url(#${patterns.nameFor(item)})`, weight: look.weight, dashArray: look.dash,
        fillOpacity: look.strength * (state.mode === "day" ? 1 : ALL_DAYS),
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
        renderer: rendererFor(item), className: "zone", smoothFactor: 0.4, bubblingMouseEvents: false,
      });
      layer.on("click", (event) => app.select(item.id, { at: event.latlng }));
      layer.on("add", () => name(layer.getElement(), item));
      layer.bindTooltip(D.tip(item), { sticky: true, className: "tip", direction: "top", offset: [0, -8], opacity: 1 });
      return layer;
    }

    for (const item of zones) drawn.set(item.id, make(item));
    // The widest first, so that what is small can be pointed at.
    const order = [...zones].sort((one, other) => other.record.row.area_km2 - one.record.row.area_km2);

    function draw() {
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

    const under = (spot) => zones.filter((item) => state.visible(item) && D.inside(spot, item.record.geometry));

    return { draw, under };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
