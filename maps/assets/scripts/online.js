"use strict";
// Online tiles, if whoever built the page named a host for them: nothing is asked of it before the
// reader clicks, and no link or memory clicks for another reader.
(function (D) {
  const GIVE_UP = 4; // refused tiles in a row: one or two may just lie outside what a server draws

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  /** Text for Leaflet's credits, which it reads as markup. */
  D.credit = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

  D.onlineOf = function (app) {
    const { map } = app;
    const { tiles } = app.model.payload;
    let layer = null;
    let refused = 0;

    function made() {
      const one = L.tileLayer(tiles.url, {
        maxZoom: 18, attribution: D.credit(tiles.attribution),
        // Without cookies, so that no reader is known by one; and the map can still be saved as a picture.
        crossOrigin: "anonymous",
        // Servers want to know which site shows their tiles. The page's own address stays here.
        referrerPolicy: "strict-origin",
      });
      one.on("tileload", () => { refused = 0; });
      one.on("tileerror", () => {
        refused += 1;
        if (refused >= GIVE_UP && layer) fail();
      });
      return one;
    }

    function fail() {
      hide();
      note.textContent = `${tiles.host} gave no tiles`;
      app.panels.toast(`${tiles.host} gave no tiles. The map goes on without them.`);
    }

    function hide() {
      layer.remove();
      layer = null;
      say();
    }

    function toggle() {
      refused = 0;
      if (layer) return hide();
      layer = made().addTo(map);
      return say();
    }

    function say() {
      title.textContent = layer ? "Hide online map" : "Show online map";
      note.textContent = layer ? `Tiles from ${tiles.host}` : `Asks ${tiles.host} for tiles`;
      button.setAttribute("aria-pressed", String(Boolean(layer)));
    }

    if (!tiles) return;
    const title = D.h("b");
    const note = D.h("small", { dir: "auto" });
    const button = D.h("button", { class: "online", type: "button", on: { click: toggle } }, D.icon("layers"), D.h("span", null, title, note));
    const Control = L.Control.extend({
      onAdd() {
        const holder = D.h("div", { class: "online-control" }, button);
        L.DomEvent.disableClickPropagation(holder);
        return holder;
      },
    });
    new Control({ position: "topright" }).addTo(map);
    say();
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
