"use strict";
// Put the parts together and draw.
(function (D) {
  const payload = JSON.parse(D.byId("data").textContent);
  D.wraps = payload.wraps;
  const model = D.modelOf(payload);
  const state = D.stateOf(model);
  const view = D.address.read(location.hash, model, state);
  D.usePin();
  const map = D.mapOf(payload);
  const theme = D.themeOf(model);
  const app = { model, state, map, theme, guests: [] };
  let frame = 0;
  let ready = false;

  app.patterns = D.patternsOf(model, theme);
  app.cards = D.cardsOf(app);

  /** Whether an item has to do with the chosen one. */
  app.related = (item) => {
    const chosen = model.byId.get(state.selected);
    if (!chosen || item === chosen) return true;
    return [...chosen.against].some((claim) => item.claims.includes(claim)) || item.against.some((claim) => chosen.claims.includes(claim));
  };

  app.zoomTo = (items) => {
    if (!items.length) return;
    const bounds = items.reduce((all, item) => all.extend(D.boundsOf(item)), L.latLngBounds([]));
    const options = { maxZoom: 16, padding: [36, 36], duration: 0.6 };
    if (D.phone() && document.querySelector(".right.open")) {
      // The sheet covers the lower 68 % of a phone's screen: keep what is chosen clear of it.
      const stage = map.getContainer().getBoundingClientRect();
      options.paddingBottomRight = [20, Math.max(0, stage.bottom - innerHeight * 0.32) + 12];
    }
    if (D.calm()) map.fitBounds(bounds, options);
    else map.flyToBounds(bounds, options);
  };

  function showItsDay(item) {
    if (state.inTime(item)) return;
    const outside = item.from === -Infinity || item.from > model.last || item.to <= model.first;
    if (outside) state.setMode("all");
    else if (state.mode === "day") state.setDays(Math.max(item.from, model.first), Math.max(item.from, model.first));
    else state.setDays(Math.min(state.from, item.from), Math.max(state.to, item.from));
  }

  /** Choose an item and show what it rests on; null chooses nothing. */
  app.select = (id, { move = false, at = null } = {}) => {
    const item = model.byId.get(id);
    if (item && !state.inView(item)) app.setView(item.view);
    state.selected = item ? id : null;
    if (item) showItsDay(item);
    const closes = () => { app.evidence.draw(); app.panels.sheet(null); };
    if (item) {
      app.panels.sheet("evidence");
      app.focus.into(() => app.evidence.draw({ at }));
    } else app.focus.back(closes);
    const placed = item && item.kind !== "figure";
    if (placed && (D.phone() || (move && !map.getBounds().pad(-0.05).contains(D.boundsOf(item).getCenter())))) app.zoomTo([item]);
    app.queue();
  };

  /** Show what one origin alone tells, or all of them together. */
  app.setView = (origin) => {
    state.view = origin;
    const chosen = model.byId.get(state.selected);
    if (chosen && !state.inView(chosen)) state.selected = null;
    app.tree.build();
    app.evidence.draw();
    app.queue();
  };

  app.resetFilters = () => {
    state.resetFilters();
    app.queue();
  };

  app.openList = (title, items) => {
    state.selected = null;
    app.panels.sheet("evidence");
    app.focus.into(() => app.evidence.draw({ several: { title, items } }));
    app.queue();
  };

  function drawOverMap() {
    app.range.draw();
    const badges = [...app.scenarios.draw(), ...app.badges.draw()];
    app.panels.chips(); // before the names, which keep clear of them
    app.names.draw(badges);
    if (ready) D.address.write(app);
  }

  function drawAll() {
    app.zones.draw();
    app.tree.draw();
    app.filters.draw();
    app.claims.draw();
    app.timeline.draw();
    // Last: names measure where the chips lie, and the document is laid out for that but once.
    drawOverMap();
  }

  function draw() {
    frame = 0;
    app.focus.through(() => state.once(drawAll));
  }

  /** Draw once, before the next picture, however much was changed. */
  app.queue = () => {
    if (!frame) frame = requestAnimationFrame(draw);
  };

  function retheme() {
    theme.mark();
    app.patterns.define();
    app.renderer.retheme();
    app.tree.build();
    app.evidence.draw();
    draw();
  }

  app.renderer = D.rendererOf(app);
  app.range = D.rangeOf(app);
  app.scenarios = D.scenariosOf(app);
  app.names = D.namesOf(app);
  app.filters = D.filtersOf(app, D.byId("layers-panel"));
  app.tree = D.treeOf(app, app.filters.hosts);
  app.claims = D.claimsOf(app, D.byId("claims-panel"));
  app.disagree = D.disagreeOf(app);
  app.evidence = D.evidenceOf(app, D.byId("evidence"));
  app.timeline = D.timelineOf(app);
  app.cite = D.citationOf(app);
  app.retheme = retheme;
  app.sheet = D.sheetOf(app);
  app.picture = D.pictureOf(app);
  app.print = D.printOf(app);
  app.files = D.filesOf(app);
  app.panels = D.panelsOf(app);
  app.focus = D.focusOf(app);
  app.panels.wire();
  D.onlineOf(app);
  D.embedOf(app, view);
  app.timeline.wire();

  D.byId("theme").addEventListener("click", () => { theme.toggle(); retheme(); });
  theme.system.addEventListener("change", retheme);
  map.on("moveend", () => app.focus.through(() => state.once(() => { app.zones.draw(); drawOverMap(); })));
  map.on("click", (event) => {
    if (!app.renderer.pick(event) && state.selected) app.select(null);
  });
  new ResizeObserver(() => { D.keepInside(map, payload); app.timeline.draw({ resized: true }); }).observe(document.querySelector(".stage"));

  map.invalidateSize({ animate: false });
  if (view) map.setView(view.centre, view.zoom, { animate: false });
  else D.fitFirst(map, payload);
  D.keepInside(map, payload);
  retheme();
  ready = true;

  // A user's own Folium layers are made by the scripts after this one.
  document.addEventListener("DOMContentLoaded", () => {
    app.guests = payload.guests.map(({ name, variable }) => ({ name, layer: globalThis[variable] })).filter((guest) => guest.layer instanceof L.Layer);
    if (app.guests.length) retheme();
  });

  D.shown = () => state.shown().map((item) => item.id);
  D.app = app;
})((globalThis.DATELINE = globalThis.DATELINE || {}));
