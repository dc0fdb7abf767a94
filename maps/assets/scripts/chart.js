"use strict";
// The chart over the date sliders: incidents a day, and a bar a zone grouped by actor. It is drawn
// again only when other things are kept; a step of a day moves the window over it.
(function (D) {
  const LANE = 132; // pixels left of the chart for the names of actors, less a little air
  const THIN = 3.4; // pixels: the least a row can do with
  const MOST = 0.6; // of the window's height, when every actor is shown

  /** The chart of an app; `pick` is told a day that was pointed at. */
  D.chartOf = function (app, pick) {
    const { model, state, theme } = app;
    const chart = D.byId("chart");
    const zones = model.items.filter((item) => item.kind === "zone");
    const incidents = model.items.filter((item) => item.kind === "incident");
    let moving = null; // what a step of a day changes
    let drawn = "";

    const countable = (item) => state.kept(item);

    /** Incidents a day by actor, over the days of the chart. */
    function perDay() {
      const days = model.last - model.first + 1;
      const counts = new Map(["", ...model.actors.keys()].map((actor) => [actor, new Float64Array(days)]));
      for (const item of incidents) {
        if (item.from === -Infinity || !countable(item)) continue;
        const own = counts.get(theme.known(item.who[0]) ? item.who[0] : "");
        const end = Math.min(model.last + 1, item.to) - model.first;
        for (let day = Math.max(0, item.from - model.first); day < end; day += 1) own[day] += 1;
      }
      return counts;
    }

    const bar = (x, y, width, height) => {
      const round = Math.min(1.2, width / 2, height / 2);
      return `M${(x + round).toFixed(1)} ${y.toFixed(1)}h${(width - 2 * round).toFixed(1)}q${round} 0 ${round} ${round}v${(height - 2 * round).toFixed(1)}` +
        `q0 ${round} ${-round} ${round}h${(2 * round - width).toFixed(1)}q${-round} 0 ${-round} ${-round}v${(2 * round - height).toFixed(1)}q0 ${-round} ${round} ${-round}z`;
    };

    /** The days' bars, a path an actor: one of many nodes would be slow to draw and to fade. */
    function drawBars({ x, step, height, width: wide }, top, room) {
      const counts = perDay();
      const days = model.last - model.first + 1;
      const base = new Float64Array(days);
      for (const own of counts.values()) for (let day = 0; day < days; day += 1) base[day] += own[day];
      const most = base.reduce((high, one) => Math.max(high, one), 1);
      base.fill(top + room);
      const width = Math.max(Math.min(2, step), Math.min(26, step * 0.56));
      const paths = [...counts].map(([actor, own]) => {
        let path = "";
        own.forEach((count, day) => {
          if (!count) return;
          const tall = (count / most) * room;
          base[day] -= tall;
          path += bar(x(model.first + day) - width / 2, base[day], width, Math.max(1, tall - 0.8));
        });
        return path ? { d: path, fill: theme.colour(actor) } : null;
      }).filter(Boolean);
      const lit = D.svg("rect", { y: 0, height });
      const told = D.svg("title");
      const drawPaths = (attributes) => D.svg("g", attributes, paths.map((one) => D.svg("path", one)));
      chart.append(D.svg("clipPath", { id: "shown-days" }, lit),
        drawPaths({ class: "bars", opacity: 0.5 }), drawPaths({ class: "bars", "clip-path": "url(#shown-days)" }),
        D.svg("rect", { class: "bar-of-day", x: 0, y: 0, width: wide, height: height - 16, fill: "transparent", on: { click: (event) => pick(dayAt(event, step)), pointermove: (event) => tell(told, counts, dayAt(event, step)) } }, told),
        D.svg("text", { class: "lane", x: -8, y: top + room - 2, "text-anchor": "end" }, "Incidents"));
      return lit;
    }

    /** Say what a column stands for, from the bottom up: colours are not all there is to it. */
    function tell(told, counts, day) {
      const words = [...counts].filter(([, own]) => own[day - model.first]).map(([actor, own]) => `${theme.name(actor)} ${own[day - model.first]}`);
      const text = `${D.dates.write(day)}: ${words.join(", ") || "no incidents"}`;
      if (told.textContent !== text) told.textContent = text;
    }

    const dayAt = (event, step) => {
      const across = event.clientX - chart.getBoundingClientRect().left;
      return Math.max(model.first, Math.min(model.last, model.first + Math.floor(across / step)));
    };

    function drawAxis({ x, step, height }) {
      const ticks = new Map(D.axis(model.first, model.last, step).map(({ day, text }) => {
        const first = day === model.first;
        return [day, D.svg("text", { class: "tick", x: first ? x(day) - 4 : x(day), y: height - 3, "text-anchor": first ? "start" : "middle" }, text)];
      }));
      chart.append(...ticks.values());
      return ticks;
    }

    const LEVELS = ["ground", "over", "under"];
    const level = (item) => LEVELS.indexOf(D.look(item.status).level);

    /**
     * Actors' zones in as few rows as keep those of one time apart; held ground first. No more
     * rows than can be drawn: what is in none of them has no bar.
     */
    function packed(most) {
      const groups = new Map([...model.actors.keys()].map((actor) => [actor, []]));
      for (const item of zones) {
        if (item.to > model.first && groups.has(item.who[0]) && countable(item)) groups.get(item.who[0]).push(item);
      }
      return [...groups.values()].filter((own) => own.length).map((own) => {
        const rows = [];
        for (const item of own.sort((one, other) => level(one) - level(other) || one.from - other.from)) {
          const free = rows.find((row) => row.every((other) => item.to <= other.from || item.from >= other.to));
          if (free) free.push(item);
          else if (rows.length < most) rows.push([item]);
        }
        return rows;
      });
    }

    const font = `11px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;

    /** A name in the room left of the chart; one that is longer ends in dots, and is told whole when pointed at. */
    function laneName(name, y) {
      let short = name;
      while (short.length > 3 && D.widthOf(short, font) > LANE) short = `${short.replace(/.…?$/u, "").trimEnd()}…`;
      chart.append(D.svg("text", { class: "lane", x: -8, y, "text-anchor": "end" }, short, short === name ? null : D.svg("title", null, name)));
    }

    function drawZones({ x, step }, top, room) {
      const groups = packed(Math.max(1, Math.floor(room / THIN)));
      const shared = D.shareRoom(groups.map((rows) => rows.length), room);
      const bars = new Map();
      let y = top;
      shared.rows.forEach((count, at) => {
        const [rows, block] = [groups[at].slice(0, count), shared.block(count)];
        const start = y + (block - 2 - count * shared.tall) / 2;
        rows.forEach((row, down) => {
          for (const item of row) bars.set(item, boxOf(item, x, step, start + down * shared.tall, shared.tall));
        });
        laneName(theme.name(rows[0][0].who[0]), y + block / 2 + 3);
        y += block;
      });
      if (shared.without) laneName(`and ${shared.without} more`, y + 9);
      const told = D.svg("title");
      const at = (event) => barAt(event, bars);
      chart.append(D.svg("g", { class: "bars-of-zones", on: { click: (event) => open(at(event)), pointermove: (event) => tell(told, at(event)) } }, told, pathsOf(bars)));
      offer(shared.without, D.roomForAll(groups.map((rows) => rows.length)) - room);
      return bars;
    }

    const more = D.h("button", { class: "button square step", id: "more-actors", hidden: true, on: { click: () => unfold() } }, D.icon("chevron"));
    document.querySelector(".steps").append(more);
    let lacking = 0; // pixels that the chart would need besides, to show every actor

    /** Offer to show the actors that have no room, or to fold them away again. */
    function offer(without, pixels) {
      const unfolded = more.getAttribute("aria-expanded") === "true";
      lacking = pixels;
      more.hidden = !without && !unfolded;
      more.setAttribute("aria-expanded", String(unfolded));
      more.setAttribute("aria-label", unfolded ? "Show fewer actors in the chart" : `Show ${without} more actors in the chart`);
    }

    function unfold() {
      const on = more.getAttribute("aria-expanded") !== "true";
      more.setAttribute("aria-expanded", String(on));
      const panel = document.querySelector(".time");
      if (on) panel.style.setProperty("height", `min(${MOST * 100}dvh, ${Math.ceil(panel.clientHeight + lacking + 4)}px)`);
      else panel.style.removeProperty("height");
      // The map gives or takes the room; what watches its size draws the chart again.
    }

    /** The zone whose bar the pointer is on. */
    function barAt(event, bars) {
      const { left, top } = chart.getBoundingClientRect();
      const [across, down] = [event.clientX - left, event.clientY - top];
      for (const [item, { x, y, width, height }] of bars) {
        if (across >= x && across <= x + width && down >= y - 1 && down <= y + height + 1) return item;
      }
      return null;
    }

    function open(item) {
      if (item) app.select(item.id, { move: true });
    }

    /** Say what the bar stands for that is pointed at. */
    function tell(told, item) {
      const text = item ? `${item.headline} (${D.dates.span(item.from, item.to)})` : "";
      if (told.textContent !== text) told.textContent = text;
    }

    function boxOf(item, x, step, y, tall) {
      const from = Math.max(model.first, item.from);
      const to = Math.min(model.last + 1, item.to);
      return { x: x(from) - step * 0.42, y: y + 0.6, width: Math.max(2, (to - from - 0.16) * step), height: tall - 1.2 };
    }

    /** Zones' bars, a path an actor and level, as those of incidents are. */
    function pathsOf(bars) {
      const paths = new Map();
      for (const [item, { x, y, width, height }] of bars) {
        const look = { fill: theme.colour(item.who[0]), "fill-opacity": [0.85, 0.55, 0.35][level(item)] };
        const key = `${look.fill} ${look["fill-opacity"]}`;
        if (!paths.has(key)) paths.set(key, { ...look, d: "" });
        paths.get(key).d += bar(x, y, width, height);
      }
      return [...paths.values()].map((one) => D.svg("path", { class: "bar-of-zone", ...one }));
    }

    /** Draw all that does not depend on the day. */
    function drawChart(size) {
      D.clear(chart);
      moving = null;
      if (!size.width || size.height < 40) return;
      const day = D.svg("rect", { class: "window", y: 0, height: size.height - 16, rx: 4 });
      chart.append(day);
      const room = Math.min(34, size.height * 0.36);
      const lit = drawBars(size, 4, room);
      const bars = drawZones(size, room + 9, size.height - 16 - room - 12);
      const mark = D.svg("rect", { class: "bar-of-zone on", rx: 1.6 });
      chart.append(mark);
      moving = { day, lit, bars, mark, ticks: drawAxis(size), on: null };
    }

    /** Move what shows the days and the choice. */
    function move({ x, step, width }) {
      const { day, lit, bars, mark, ticks, on } = moving;
      const all = state.mode === "all";
      const [left, wide] = all ? [0, width] : [x(state.from) - step / 2, (state.to - state.from + 1) * step];
      for (const rect of [day, lit]) {
        rect.setAttribute("x", left);
        rect.setAttribute("width", wide);
      }
      day.style.display = all ? "none" : "";
      if (on) on.classList.remove("on");
      moving.on = (state.mode === "day" && ticks.get(state.from)) || null;
      if (moving.on) moving.on.classList.add("on");
      const chosen = model.byId.get(state.selected);
      const box = bars.get(chosen);
      mark.style.display = box ? "" : "none";
      for (const [name, value] of Object.entries(box ? { ...box, fill: theme.colour(chosen.who[0]) } : {})) mark.setAttribute(name, value);
    }

    /** What the chart is drawn from, in words: while they stay, the chart may. */
    function basis({ width, height }) {
      const { hiddenLayers, hiddenReports, hiddenAssertions, confidence, view } = state;
      const sets = [hiddenLayers, hiddenReports, hiddenAssertions].map((one) => [...one]);
      return JSON.stringify([width, height, theme.dark(), sets, confidence, view]);
    }

    /** Draw the chart at the size that the sliders have. */
    function draw(size) {
      if (basis(size) !== drawn) {
        drawn = basis(size);
        drawChart(size);
      }
      if (moving) move(size);
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
