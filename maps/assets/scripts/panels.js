"use strict";
// The page's furniture: tabs, bottom sheets, the menu, search, chips and keys.
(function (D) {
  D.panelsOf = function (app) {
    const { model, state, map } = app;
    const sides = { layers: ".left", claims: ".left", evidence: ".right" };
    const tabs = [...document.querySelectorAll("[role=tab]")];
    let timer = 0;

    function tab(name) {
      for (const one of tabs) {
        const on = one.id === `${name}-tab`;
        one.setAttribute("aria-selected", String(on));
        one.tabIndex = on ? 0 : -1;
        D.byId(one.getAttribute("aria-controls")).hidden = !on;
      }
      app.claims.draw();
    }

    /** Open a panel where panels are sheets; null closes them. */
    function sheet(name) {
      if (name === "layers" || name === "claims") tab(name);
      const left = name ? null : app.focus.sheetLeft();
      for (const side of [".left", ".right"]) document.querySelector(side).classList.toggle("open", sides[name] === side);
      for (const button of document.querySelectorAll("[data-sheet]")) button.setAttribute("aria-expanded", String(button.dataset.sheet === name));
      if (left) left.focus();
    }

    function toast(text) {
      const node = D.byId("toast");
      node.textContent = text;
      node.hidden = false;
      clearTimeout(timer);
      timer = setTimeout(() => { node.hidden = true; }, 2200);
    }

    function wireTabs() {
      for (const one of tabs) {
        one.addEventListener("click", () => tab(one.id.replace("-tab", "")));
        one.addEventListener("keydown", (event) => {
          if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
          const other = tabs.find((tabNode) => tabNode !== one);
          tab(other.id.replace("-tab", ""));
          other.focus();
        });
      }
      for (const button of document.querySelectorAll("[data-sheet]")) {
        button.addEventListener("click", () => {
          sheet(button.getAttribute("aria-expanded") === "true" ? null : button.dataset.sheet);
          app.focus.intoSheet();
        });
      }
      document.querySelector(".left-close").addEventListener("click", () => sheet(null));
      D.byId("skip").addEventListener("click", (event) => {
        event.preventDefault();
        sheet("claims");
        D.byId("claims-tab").focus();
      });
    }

    function wireMenu() {
      const [button, menu] = [D.byId("export"), D.byId("export-menu")];
      const open = (on) => {
        menu.hidden = !on;
        button.setAttribute("aria-expanded", String(on));
        if (on) menu.querySelector("button").focus();
      };
      button.addEventListener("click", () => open(menu.hidden));
      document.addEventListener("click", (event) => !menu.hidden && !event.target.closest(".menu") && open(false));
      const entries = [...menu.querySelectorAll("button")];
      for (const one of entries) {
        one.addEventListener("click", () => {
          open(false);
          button.focus();
          app.files.take(one.dataset.export);
        });
      }
      menu.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === "Tab") open(false);
        if (step) entries[(entries.indexOf(document.activeElement) + step + entries.length) % entries.length].focus();
        if (event.key === "Escape") { open(false); button.focus(); }
        if (step || event.key === "Escape") { event.preventDefault(); event.stopPropagation(); }
      });
    }

    function wireSearch() {
      const box = D.byId("search");
      let waiting = 0;
      box.value = state.query;
      const search = () => {
        state.query = box.value.trim();
        if (state.query) tab("claims");
        app.queue();
      };
      box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== "ArrowDown") return;
        clearTimeout(waiting);
        search();
        tab("claims");
        const first = document.querySelector("#claims-panel .line");
        if (first) first.focus();
        event.preventDefault();
      });
      box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
      document.addEventListener("keydown", (event) => {
        const typing = event.target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=range])");
        if (event.key === "/" && !typing) { event.preventDefault(); box.focus(); }
        if (event.key !== "Escape") return;
        if (event.target === box && box.value) { box.value = ""; search(); } else { app.select(null); sheet(null); }
      });
    }

    function chip(strong, text, act) {
      return D.h("button", { class: "chip", on: { click: act } }, D.h("b", null, strong), text);
    }

    /** Whether the map shows a zone in part, or the very spot of an incident. */
    function inSight(item) {
      const { geometry } = item.record;
      return geometry.type === "Point" ? map.getBounds().contains(D.position(geometry.coordinates)) : map.getBounds().intersects(D.boundsOf(item));
    }

    /** What the filters hide, said on the map with the way to see it. */
    function chips() {
      const host = D.clear(D.byId("chips"));
      const shown = state.shown();
      const outside = shown.filter((item) => !inSight(item));
      if (state.query) {
        host.append(chip(state.query, " · clear search", () => { state.query = ""; D.byId("search").value = ""; app.queue(); }));
      }
      const less = state.filtered() ? state.filteredOut() : 0;
      if (less) host.append(chip(less, " left out by filters · reset", () => app.resetFilters()));
      if (outside.length) host.append(chip(outside.length, " outside this view · show", () => app.zoomTo(shown)));
      const around = app.zones.all();
      if (around.length && !D.phone()) {
        host.append(chip(around.length, around.length === 1 ? " zone covers all of this view · list" : " zones cover all of this view · list", () => app.openList("All around this view", around)));
      }
      const never = model.items.filter((item) => item.kind !== "figure" && state.kept(item) && (item.from === -Infinity || item.to <= model.first));
      if (state.mode !== "all" && never.length && !D.phone()) {
        host.append(chip(never.length, " earlier or without a day · show all dates", () => { state.setMode("all"); app.queue(); }));
      }
      if (!shown.length) host.append(D.h("span", { class: "chip warn" }, model.items.some((item) => item.kind !== "figure") ? "Nothing on the map matches these filters" : "No claim could be drawn"));
    }

    function wire() {
      for (const node of document.querySelectorAll("[data-icon]")) node.prepend(D.icon(node.dataset.icon));
      wireTabs();
      wireMenu();
      wireSearch();
    }

    return { wire, sheet, tab, toast, chips };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
