"use strict";
// The date control and its chart: incidents a day, and a bar a zone grouped by actor.
(function (D) {
  const PLAY_MS = 900; // long enough to see what changed
  const THUMB = 9; // pixels: half the slider's thumb, so that the chart and the slider agree
  const WIDEST = 72; // pixels a day: a chart of two days need not fill the page

  D.timelineOf = function (app) {
    const { model, state, theme } = app;
    const [chart, label, play] = ["chart", "date", "play"].map(D.byId);
    const [fromDay, toDay] = ["from-day", "to-day"].map(D.byId);
    const zones = model.items.filter((item) => item.kind === "zone");
    const incidents = model.items.filter((item) => item.kind === "incident");
    let timer = 0;

    function stop() {
      clearInterval(timer);
      timer = 0;
      drawPlay();
    }

    function drawPlay() {
      D.clear(play).append(D.icon(timer ? "pause" : "play"));
      play.setAttribute("aria-label", timer ? "Pause" : "Play day by day");
    }

    function act(change) {
      stop();
      change();
      app.queue();
    }

    function wire() {
      for (const slider of [fromDay, toDay]) Object.assign(slider, { min: model.first, max: model.last, step: 1 });
      fromDay.addEventListener("input", () => act(() => {
        const day = Number(fromDay.value);
        state.setDays(day, state.mode === "day" ? day : Math.max(day, state.to));
      }));
      toDay.addEventListener("input", () => act(() => state.setDays(Math.min(state.from, Number(toDay.value)), Number(toDay.value))));
      D.byId("previous").addEventListener("click", () => act(() => state.step(-1)));
      D.byId("next").addEventListener("click", () => act(() => state.step(1)));
      play.addEventListener("click", () => {
        if (timer) return stop();
        timer = setInterval(() => { state.step(1); app.queue(); }, PLAY_MS);
        return drawPlay();
      });
      for (const button of document.querySelectorAll("[data-mode]")) {
        button.addEventListener("click", () => act(() => state.setMode(button.dataset.mode)));
      }
      if (!model.dated) document.querySelector(".time").hidden = true;
      drawPlay();
    }

    function drawDate() {
      const notes = { day: D.dates.write(state.from, { weekday: "long" }) + " · state that day", span: "anything in these days", all: "no filter by date" };
      const short = { day: "numeric", month: "short" };
      const text = state.mode === "span" && state.from !== state.to
        ? `${D.dates.write(state.from, short)} – ${D.dates.write(state.to, short)}` : state.days();
      D.clear(label).append(text, D.h("small", null, notes[state.mode]));
      for (const button of document.querySelectorAll("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
      fromDay.value = state.from;
      toDay.value = state.to;
      toDay.hidden = state.mode !== "span";
      fromDay.disabled = state.mode === "all";
      fromDay.setAttribute("aria-label", state.mode === "span" ? "From date" : "Date");
      fromDay.setAttribute("aria-valuetext", D.dates.write(state.from));
      toDay.setAttribute("aria-valuetext", D.dates.write(state.to));
    }

    function scale() {
      const days = model.last - model.first + 1;
      const step = Math.min(WIDEST, chart.clientWidth / days);
      const width = step * days;
      for (const slider of [fromDay, toDay]) {
        // On a phone there is no chart to agree with.
        slider.style.left = width ? `${step / 2 - THUMB}px` : "0";
        slider.style.width = width ? `${Math.max(2 * THUMB, width - step + 2 * THUMB)}px` : "100%";
      }
      return { width, height: chart.clientHeight, step, x: (day) => (day - model.first + 0.5) * step };
    }

    const countable = (item) => state.kept(item);

    /** Incidents a day and actor, over the days of the chart. */
    function perDay() {
      const days = Array.from({ length: model.last - model.first + 1 }, () => new Map());
      for (const item of incidents.filter((one) => one.from !== -Infinity && countable(one))) {
        const actor = theme.known(item.who[0]) ? item.who[0] : "";
        for (let day = Math.max(model.first, item.from); day < Math.min(model.last + 1, item.to); day += 1) {
          const counts = days[day - model.first];
          counts.set(actor, (counts.get(actor) || 0) + 1);
        }
      }
      return days;
    }

    function drawBars({ x, step, height }, top, room) {
      const days = perDay();
      const most = Math.max(1, ...days.map((counts) => [...counts.values()].reduce((sum, one) => sum + one, 0)));
      const width = Math.max(2, Math.min(26, step * 0.56));
      days.forEach((counts, index) => {
        const day = model.first + index;
        const on = state.mode === "all" || (day >= state.from && day <= state.to);
        const bar = D.svg("g", { class: "bar-of-day", opacity: on ? 1 : 0.5, on: { click: () => act(() => pickDay(day)) } });
        let base = top + room;
        for (const actor of ["", ...model.actors.keys()]) {
          if (!counts.has(actor)) continue;
          const tall = (counts.get(actor) / most) * room;
          base -= tall;
          bar.append(D.svg("rect", { x: x(day) - width / 2, y: base, width, height: Math.max(1, tall - 0.8), rx: 1.2, fill: theme.colour(actor) }));
        }
        bar.append(D.svg("rect", { x: x(day) - step / 2, y: 0, width: step, height: height - 16, fill: "transparent" }));
        chart.append(bar);
      });
      chart.append(D.svg("text", { class: "lane", x: -8, y: top + room - 2, "text-anchor": "end" }, "Incidents"));
    }

    function pickDay(day) {
      if (state.mode === "all") state.setMode("day");
      if (state.mode === "day") state.setDays(day, day);
      else if (Math.abs(day - state.from) < Math.abs(day - state.to)) state.setDays(day, state.to);
      else state.setDays(state.from, day);
    }

    function drawAxis({ x, step, height }) {
      const every = [1, 2, 5, 7, 14, 30, 61, 91, 182, 365].find((one) => one * step > 30) || 730;
      for (let day = model.first; day <= model.last; day += every) {
        const on = state.mode === "day" && day === state.from;
        const opens = day === model.first || Number(D.dates.iso(day).slice(8)) <= every;
        const text = D.dates.write(day, opens || every > 7 ? { day: "numeric", month: "short" } : { day: "numeric" });
        const anchor = day === model.first ? "start" : "middle";
        chart.append(D.svg("text", { class: on ? "tick on" : "tick", x: day === model.first ? x(day) - 4 : x(day), y: height - 3, "text-anchor": anchor }, text));
      }
    }

    const LEVELS = ["ground", "over", "under"];
    const level = (item) => LEVELS.indexOf(D.look(item.status).level);

    /** An actor's zones in as few rows as keep those of one time apart; held ground first. */
    function packed(actor) {
      const own = zones.filter((item) => item.who[0] === actor && countable(item) && item.to > model.first)
        .sort((one, other) => level(one) - level(other) || one.from - other.from);
      const rows = [];
      for (const item of own) {
        const free = rows.find((row) => row.every((other) => item.to <= other.from || item.from >= other.to));
        if (free) free.push(item);
        else rows.push([item]);
      }
      return rows;
    }

    /** Rows to draw, actor by actor, as many as there is room for. */
    function lanes(room) {
      const groups = [...model.actors.keys()].map(packed).filter((rows) => rows.length);
      let left = Math.floor((room - groups.length * 2) / 3.4);
      const shown = groups.map(() => 0);
      // One row each in turn, so that an actor with much to show does not crowd out the others.
      for (let round = 0; left > 0 && groups.some((rows) => rows.length > round); round += 1) {
        groups.forEach((rows, at) => {
          if (left > 0 && rows.length > round) {
            shown[at] += 1;
            left -= 1;
          }
        });
      }
      return groups.map((rows, at) => rows.slice(0, shown[at])).filter((rows) => rows.length);
    }

    function drawZones({ x, step }, top, room) {
      const groups = lanes(room);
      const count = groups.reduce((sum, rows) => sum + rows.length, 0);
      const tall = Math.max(3.2, Math.min(9, (room - groups.length * 2) / Math.max(1, count)));
      let y = top;
      let labelled = -Infinity;
      for (const rows of groups) {
        const middle = y + (rows.length * tall) / 2 + 4;
        for (const row of rows) {
          for (const item of row) chart.append(zoneBar(item, x, step, y, tall));
          y += tall;
        }
        if (middle - labelled >= 11) {
          chart.append(D.svg("text", { class: "lane", x: -8, y: middle, "text-anchor": "end" }, shortName(theme.name(rows[0][0].who[0]))));
          labelled = middle;
        }
        y += 2;
      }
    }

    const shortName = (name) => (name.length <= 19 ? name : name.slice(0, 18).trimEnd() + "…");

    function zoneBar(item, x, step, y, tall) {
      const from = Math.max(model.first, item.from);
      const to = Math.min(model.last + 1, item.to);
      const chosen = state.selected === item.id;
      return D.svg("rect", {
        class: "bar-of-zone", x: x(from) - step * 0.42, y: y + 0.6, width: Math.max(2, (to - from - 0.16) * step), height: tall - 1.2, rx: 1.6,
        fill: theme.colour(item.who[0]), "fill-opacity": chosen ? 1 : [0.85, 0.55, 0.35][level(item)],
        stroke: chosen ? "var(--accent)" : null, "stroke-width": chosen ? 2 : null,
        on: { click: () => app.select(item.id, { move: true }) },
      }, D.svg("title", null, `${item.headline} (${D.dates.span(item.from, item.to)})`));
    }

    function draw() {
      if (!model.dated) return;
      drawDate();
      const size = scale();
      D.clear(chart);
      if (!size.width || size.height < 40) return;
      if (state.mode !== "all") {
        chart.append(D.svg("rect", { class: "window", x: size.x(state.from) - size.step / 2, y: 0, width: (state.to - state.from + 1) * size.step, height: size.height - 16, rx: 4 }));
      }
      const room = Math.min(40, size.height * 0.36);
      drawBars(size, 4, room);
      drawZones(size, room + 12, size.height - 16 - room - 16);
      drawAxis(size);
    }

    return { draw, wire, stop };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
