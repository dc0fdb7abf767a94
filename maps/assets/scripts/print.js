"use strict";
// Printing: the map refitted to a landscape A4 page, in light colours, with key and sources.
(function (D) {
  D.printOf = function (app) {
    const { map } = app;
    const root = document.documentElement;
    let before = null;

    function fit(bounds) {
      map.invalidateSize({ animate: false });
      map.fitBounds(bounds, { animate: false });
    }

    /**
     * Put the opacity of hatched fills into the hatch: Chromium's PDF forgets it where a fill is
     * a pattern, and what should be faint would cover the ground.
     */
    function settle() {
      for (const node of document.querySelectorAll("path.zone, .sheet-key rect")) {
        const share = Number(node.getAttribute("fill-opacity") ?? 1);
        const [, id] = (node.getAttribute("fill") || "").match(/^url\(#(.+)\)$/) || [];
        if (!id || share === 1) continue;
        node.setAttribute("fill", `url(#${faint(id, share)})`);
        node.setAttribute("fill-opacity", 1);
      }
    }

    /** A hatch with its strokes and fills at a share of their strength; drawn anew after printing. */
    function faint(id, share) {
      const name = `${id}-at-${share}`;
      if (D.byId(name)) return name;
      const made = D.byId(id).cloneNode(true);
      made.id = name;
      for (const part of made.children) {
        for (const what of ["fill-opacity", "stroke-opacity"]) part.setAttribute(what, Number(part.getAttribute(what) ?? 1) * share);
      }
      D.byId(id).after(made);
      return name;
    }

    function prepare() {
      if (before) return;
      before = { theme: root.dataset.theme, centre: map.getCenter(), zoom: map.getZoom(), bounds: map.getBounds() };
      root.dataset.theme = "light";
      root.classList.add("printing");
      app.retheme();
      document.body.append(app.sheet.build());
      fit(before.bounds);
      app.retheme(); // names and badges at the page's size
      settle();
    }

    function restore() {
      if (!before) return;
      const { theme, centre, zoom } = before;
      before = null;
      D.byId("sheet").remove();
      root.classList.remove("printing");
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
      map.invalidateSize({ animate: false });
      map.setView(centre, zoom, { animate: false });
      app.retheme();
    }

    addEventListener("beforeprint", prepare);
    addEventListener("afterprint", restore);

    return () => globalThis.print();
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
