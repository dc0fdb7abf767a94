"use strict";
// Where the keyboard is. What is redrawn is made anew, and a browser forgets the place of a node
// that is gone: here it is found again, and closing a panel leads back to what opened it.
(function (D) {
  const PLACES = ["map", "claims-panel", "layers-panel", "chips", "evidence"];

  /** How to find a node again once it was made anew: its own id, or its key within a place. */
  function wayTo(node) {
    if (!node || node === document.body) return null;
    if (node.id) return { id: node.id };
    const place = PLACES.find((id) => D.byId(id).contains(node));
    const keyed = node.closest("[data-id]");
    return place ? { place, key: keyed && keyed.dataset.id } : null;
  }

  function found({ id, place, key }) {
    if (id) return D.byId(id);
    return [...D.byId(place).querySelectorAll("[data-id]")].find((node) => node.dataset.id === key);
  }

  const seen = (node) => Boolean(node && node.getClientRects().length);

  D.focusOf = function (app) {
    const evidence = D.byId("evidence");
    let keyboard = false; // whether the reader last used the keyboard
    let opener = null; // the way to what opened the evidence

    const openSheet = () => [...document.querySelectorAll(".left.open, .right.open")].find((side) => getComputedStyle(side).position === "fixed");

    document.addEventListener("keydown", () => { keyboard = true; }, true);
    document.addEventListener("pointerdown", () => { keyboard = false; }, true);
    // A sheet lies over what the keyboard goes to next: it makes room.
    document.addEventListener("focusin", (event) => {
      const sheet = keyboard && openSheet();
      if (sheet && !sheet.contains(event.target)) app.panels.sheet(null);
    });

    const take = (node) => {
      node.focus({ preventScroll: true });
      // A marker near the edge moves the map, which draws it anew, with the focus.
      return document.activeElement === node || !node.isConnected;
    };
    const go = (way) => Boolean(way) && seen(found(way)) && take(found(way));
    /** What a closed sheet leaves: the button that opens it, or the map. */
    function behind(name) {
      const button = document.querySelector(`[data-sheet=${name}]`);
      return seen(button) ? button : app.map.getContainer();
    }
    const toMap = () => take(app.map.getContainer());

    /** Draw, and keep the keyboard where it was though its node is made anew. */
    function through(draw) {
      const node = document.activeElement;
      const way = wayTo(node);
      draw();
      if (way && document.activeElement !== node && !go(way)) toMap();
    }

    /** Draw the evidence of something: a keyboard goes there, and remembers where it came from. */
    function into(draw) {
      const inside = evidence.contains(document.activeElement);
      const way = wayTo(document.activeElement);
      draw();
      if (!keyboard) return;
      if (!inside) opener = way;
      const head = evidence.querySelector("h2") || evidence.querySelector(".kicker");
      head.tabIndex = -1;
      head.focus();
    }

    /** Draw the evidence of nothing: a keyboard that was inside goes back to what opened it. */
    function back(draw) {
      const inside = evidence.contains(document.activeElement);
      const way = opener;
      const lies = Boolean(openSheet());
      opener = null;
      draw();
      if (inside && keyboard && !go(way)) take(lies ? behind("evidence") : evidence);
    }

    /** Go into the sheet that was just opened by its button. */
    function intoSheet() {
      const sheet = openSheet();
      if (sheet) sheet.querySelector("[role=tab][aria-selected=true], #evidence").focus();
    }

    /** Where to go from a sheet that is about to close, if the keyboard is in it. */
    function sheetLeft() {
      const sheet = openSheet();
      if (!sheet || !sheet.contains(document.activeElement)) return null;
      return behind(sheet.matches(".right") ? "evidence" : document.querySelector("[role=tab][aria-selected=true]").id.replace("-tab", ""));
    }

    return { through, into, back, intoSheet, sheetLeft };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
