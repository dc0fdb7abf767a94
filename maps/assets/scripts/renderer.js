"use strict";
// How zones and incidents are drawn: one choice, made here, when the page opens.
//
// Up to FEW shapes they are nodes of the document (zones.js, badges.js), which a keyboard reaches
// and a style sheet dresses; above it canvases (tracts.js, donuts.js), which a change of filter or
// day redraws in the time of a frame or two. Both ways are told what is shown by the one question
// state.visible(item), and share what zones mean (sense.js) and where incidents stand
// (incidents.js), so counts, files, pictures and addresses cannot differ.
//
// A way of drawing zones is { draw(), under(spot), pick(spot), all() }; one of drawing incidents is
// { draw() -> the room that badges take, for names to keep clear of }. A third way, for a million
// incidents, would be one more pair: it has to read the columns that incidents.js filters and
// groups in one pass, from a payload that carries them as columns (maps/payload.py says how), and
// to make an item only for what is pointed at, chosen or listed.
(function (D) {
  // A step of a day stays under 60 ms up to here with nodes, on a machine without a GPU.
  const FEW = 500;

  /** Which way a model is drawn; D.drawAs, set before the page's scripts run, overrules it. */
  D.wayOf = (model) =>
    D.drawAs || (model.items.filter((item) => ["zone", "incident"].includes(item.kind)).length > FEW ? "canvas" : "nodes");

  /** Add to an app what draws its zones and incidents. */
  D.rendererOf = function (app) {
    const way = D.wayOf(app.model);
    const onCanvas = way === "canvas";
    app.zones = onCanvas ? D.tractsOf(app) : D.zonesOf(app);
    app.badges = onCanvas ? D.donutsOf(app) : D.badgesOf(app);
    const pickBadge = onCanvas ? D.pointerOf(app) : () => false;
    if (onCanvas) {
      const container = app.map.getContainer();
      container.setAttribute("role", "group");
      container.setAttribute("aria-label", "Map, drawn as a picture. The list of claims has everything that is on it.");
    }

    /** Choose what a click on the map is on; whether there was anything. */
    const pick = (event) => pickBadge(event) || app.zones.pick(event.latlng);

    /** Colours changed. */
    function retheme() {
      for (const one of [app.zones, app.badges]) if (one.retheme) one.retheme();
    }

    return { way, pick, retheme };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
