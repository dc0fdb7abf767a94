"use strict";
// The map inside another page (?embed): a slim head in place of the panels, a link to the whole
// map, and a wheel or finger that scrolls the page around it. It tells that page nothing.
(function (D) {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const HINT_MS = 1600; // as long as it takes to read eight words

  D.embedded = asked.has("embed");
  root.classList.toggle("embed", D.embedded);
  if (D.embedded && ["light", "dark"].includes(asked.get("theme"))) root.dataset.theme = asked.get("theme");

  /** The whole map's address, as it is looked at now; none for a page without an address of its own. */
  function whole(app) {
    const address = new URL(location.href);
    if (!/^(https?|file):$/.test(address.protocol)) return null;
    address.search = "";
    address.hash = D.address.text(app);
    return address.href;
  }

  function head(app) {
    const bar = document.querySelector(".bar");
    bar.querySelector(".title").append(D.byId("date")); // the timeline goes on writing it
    if (!whole(app)) return;
    const link = D.h("a", { class: "button whole", href: whole(app), target: "_blank", rel: "noopener noreferrer", "aria-label": "Open the whole map" },
      D.icon("open"), D.h("span", { class: "label" }, "Whole map"));
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, () => { link.href = whole(app); });
    bar.append(link);
  }

  /** A wheel alone, or one finger, belongs to the page around: say how the map is moved. */
  function letScroll(map) {
    const box = map.getContainer();
    const hint = D.h("div", { class: "embed-hint", "aria-hidden": "true" });
    let timer = 0;
    document.querySelector(".stage").append(hint);

    function say(text) {
      hint.textContent = text;
      hint.classList.add("shown");
      clearTimeout(timer);
      timer = setTimeout(() => hint.classList.remove("shown"), HINT_MS);
    }

    const key = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
    box.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopPropagation(); // before Leaflet, which would zoom and keep the page from scrolling
      say(`Hold ${key} and scroll to zoom the map`);
    }, { capture: true, passive: true });
    if (!matchMedia("(pointer: coarse)").matches) return;
    map.dragging.disable();
    box.addEventListener("touchmove", (event) => {
      if (event.touches.length === 1) say("Use two fingers to move the map");
    }, { passive: true });
  }

  /** Show the same ground at every size, until the reader moves the map. */
  function keepView({ map, model: { payload } }, view) {
    const box = map.getContainer();
    let own = Boolean(view);
    const taken = () => { own = true; };
    for (const event of ["pointerdown", "keydown"]) box.addEventListener(event, taken, { passive: true });
    box.addEventListener("wheel", (event) => { own ||= event.ctrlKey || event.metaKey; }, { passive: true, capture: true });
    map.on("resize", () => { if (!own) D.fitFirst(map, payload); });
  }

  /** Keep a chosen shape clear of its words, where there is room for both. */
  function keepClear(app) {
    const { map, model, select, state } = app;
    app.select = (id, how) => {
      select(id, how);
      const item = model.byId.get(state.selected);
      const [room, words] = [map.getSize().x, document.querySelector(".right").offsetWidth];
      if (!item || item.kind === "figure" || words * 2 > room) return;
      const bounds = D.boundsOf(item);
      const [left, right] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.latLngToContainerPoint(corner).x);
      const over = Math.min(right + 24 - (room - words), left - 24);
      if (over > 0) map.panBy([over, 0], { animate: !D.calm() });
    };
  }

  D.embedOf = function (app, view) {
    if (!D.embedded) return;
    head(app);
    letScroll(app.map);
    keepView(app, view);
    keepClear(app);
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
