"use strict";
// Zones as nodes of the document, in three levels: presence under what is held, fighting and siege
// over it. Each can be reached by keyboard. Many are drawn by tracts.js.
(function (D) {
  D.zonesOf = function (app) {
    const { map, state, patterns } = app;
    const { order, strengths, edged, under, pick, all } = D.senseOf(app);
    const drawn = new Map();
    const renderers = new Map();
    for (const [level, height] of D.LEVELS) {
      const pane = map.createPane(`zones-${level}`);
      pane.style.zIndex = height;
      pane.classList.add("zone-pane");
      renderers.set(level, L.svg({ pane: `zones-${level}`, padding: 0.4 }));
    }

    function restyle(item, strength, lined) {
      const layer = drawn.get(item.id);
      const path = layer.getElement();
      const look = D.look(item.status);
      layer.setStyle({
        color: patterns.edge(item), fillColor: `url(#${patterns.nameFor(item)})`, weight: look.weight, dashArray: look.dash,
        fillOpacity: strength,
      });
      if (!path) return;
      path.classList.toggle("unlined", !lined);
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

    for (const item of order) drawn.set(item.id, make(item));

    function draw() {
      const strength = strengths();
      const lines = edged(order.filter(state.visible));
      for (const item of order) {
        const layer = drawn.get(item.id);
        if (!state.visible(item)) {
          layer.remove();
          continue;
        }
        if (!map.hasLayer(layer)) layer.addTo(map);
        restyle(item, strength(item), lines.has(item.id));
        layer.bringToFront();
      }
    }

    return { draw, under, pick, all };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
