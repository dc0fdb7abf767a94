"use strict";
// Whose account is shown, and the filters, folded under one heading that says how many are set.
(function (D) {
  D.filtersOf = function (app, panel) {
    const { model, state } = app;
    const hosts = { told: D.h("div"), reports: D.h("div"), layers: D.h("div", { class: "layers" }) };
    const ALL = ""; // no origin has an empty name

    function change(act) {
      act();
      app.queue();
    }

    function accounts() {
      const whole = D.h("option", { value: ALL }, "All reports together");
      const alone = [...model.views].map(([origin, { name, zones }]) => D.h("option", { value: origin }, `${name} (${D.count(zones, "zone")})`));
      return D.h("select", { id: "according-to", on: { change: (event) => app.setView(event.target.value || null) } }, whole, alone);
    }

    const select = accounts();

    function step(id, word) {
      const radio = D.h("input", { type: "radio", name: "confidence", value: id, on: { change: () => change(() => state.setConfidence(id)) } });
      return { radio, node: D.h("label", null, radio, D.h("span", null, word)) };
    }

    const steps = [step("", "Any"), ...[...D.CONFIDENCE].reverse().map(({ id, word }) => step(id, word))];
    const note = D.h("span", { class: "set" });
    const reset = D.h("button", { class: "button small", on: { click: () => { app.resetFilters(); toggle.focus(); } } }, "Reset filters");
    const body = D.h("div", { id: "filters-body", hidden: true },
      D.h("fieldset", { class: "levels" }, D.h("legend", null, "Confidence, at least"), D.h("div", { class: "modes" }, steps.map((one) => one.node))),
      hosts.told, hosts.reports, D.h("div", { class: "reset" }, reset));
    const toggle = D.h("button", {
      id: "filters", "aria-expanded": "false", "aria-controls": "filters-body",
      on: { click: () => { body.hidden = !body.hidden; toggle.setAttribute("aria-expanded", String(!body.hidden)); } },
    }, D.icon("chevron"), "Filters", note);

    panel.append(
      model.views.size ? D.h("div", { class: "account" }, D.h("label", { for: "according-to" }, "According to"), select) : "",
      D.h("section", { class: "group filters" }, D.h("div", { class: "group-head" }, toggle), body),
      hosts.layers);

    const back = D.h("button", { on: { click: () => { app.setView(null); select.focus({ preventScroll: true }); } } }, "Back to all reports");
    const teller = D.h("bdi", { dir: "auto" });
    const banner = D.h("div", { class: "account-banner", role: "status", hidden: true },
      D.h("span", null, "Only what ", teller, " says", D.h("span", { class: "aside-note" }, ", taken at its word")), back);
    document.querySelector(".stage").append(banner);

    function draw() {
      select.value = state.view || ALL;
      for (const { radio } of steps) radio.checked = radio.value === state.confidence;
      const number = state.filtered();
      note.textContent = number ? `${number} set` : "";
      reset.disabled = !number;
      banner.hidden = !state.view;
      teller.textContent = state.view ? model.views.get(state.view).name : "";
    }

    return { draw, hosts };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
