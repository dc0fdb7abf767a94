"use strict";
// Names on the map: places, and whose ground a zone is. What would overlap is left out.
(function (D) {
  // From which zoom to which a kind of place is named; its letters' size and spacing in pixels.
  const KINDS = {
    country: [3, 7, 13, 3], province: [6, 9, 12, 0.8], region: [6, 10, 12, 0.8], water: [7, 15, 12, 0],
    city: [5.5, 14, 14, 1.5], county: [9, 12, 12, 0.3], town: [9, 18, 12, 0.3], village: [11.5, 18, 12, 0.3],
    camp: [11, 18, 17, 0], district: [12, 18, 12, 0.3], landmark: [12, 18, 12, 0.3],
  };
  const UPPER = new Set(["country", "city"]); // as the style sheet writes them
  const NEAR = 30; // pixels a name may stand off its point
  const DOT = 6; // pixels from a town's point to its name; with a badge on it, to the badge's rim
  const RIM = 25;
  const EARLIER = 2.5; // levels of zoom
  const AIR = 8; // pixels around a name
  const LINE = 17; // pixels, the height of a line
  const TRIED = 80; // zones that a name is tried for: a map with more names is not read
  const ROOMY = 0.55; // of a name's width that its zone must be wide, to be named by it
  const ORDER = ["ground", "under", "over"];
  const IMPORTANCE = { country: 0, city: 1, camp: 1, province: 2, town: 3 };

  D.namesOf = function (app) {
    const { map, model, state, theme } = app;
    const layer = L.layerGroup().addTo(map);
    const zones = model.items.filter((item) => item.kind === "zone");
    const fonts = getComputedStyle(document.documentElement);
    const [sans, serif] = ["--sans", "--serif"].map((name) => fonts.getPropertyValue(name));
    let room = D.roomOf();

    const widest = (...lines) => Math.ceil(Math.max(...lines)) + AIR;

    let written = new Map(); // markers by what they say: most names stay from day to day
    let writing = new Map();

    /** Write a name at a spot; the node that says the same already is moved there. */
    function write(key, { x, y }, pane, make) {
      if (writing.has(key)) return;
      const position = map.layerPointToLatLng([x, y]);
      const icon = () => L.divIcon({ className: "", iconSize: [0, 0], html: make() });
      const marker = written.get(key) || L.marker(position, { pane, icon: icon(), interactive: false, keyboard: false });
      written.delete(key);
      writing.set(key, marker);
      if (layer.hasLayer(marker)) marker.setLatLng(position);
      else layer.addLayer(marker);
    }

    /** Take away the names that were written before and not now. */
    function wipe() {
      for (const marker of written.values()) layer.removeLayer(marker);
      [written, writing] = [writing, new Map()];
    }

    function placeSize({ name, local, kind }, [size, spacing]) {
      const font = kind === "camp" ? `italic 600 ${size}px ${serif}` : `600 ${size}px ${sans}`;
      const width = widest(D.widthOf(UPPER.has(kind) ? name.toUpperCase() : name, font, spacing), local ? D.widthOf(local, `500 12px ${sans}`) : 0);
      return { width, height: size + 5 + (local ? LINE : 0) };
    }

    function writePlace(place, seen) {
      const [from, to, ...letters] = KINDS[place.kind] || KINDS.district;
      const zoom = map.getZoom();
      const position = D.position(place.at);
      // What a report names is why the map was made: it is named from farther off.
      if (zoom < from - (place.base ? 0 : EARLIER) || zoom > to || !seen.contains(position)) return;
      // A name may move a little, or as far as its place reaches: farther off it would mislead.
      const [west, south, east, north] = place.box || [0, 0, 0, 0];
      const inPlace = ({ x, y }) => {
        const { lat, lng } = map.layerPointToLatLng([x, y]);
        return lat > south && lat < north && lng > west && lng < east;
      };
      const point = map.latLngToLayerPoint(position);
      const size = placeSize(place, letters);
      const spot = place.spot
        ? room.first([...D.spotsBeside(point, size, DOT), ...D.spotsBeside(point, size, RIM)], size)
        : room.near(point, size, (at, far) => far <= NEAR || inPlace(at));
      if (spot && place.spot) write(`spot ${place.id}`, point, "names", () => D.h("i", { class: "town" }));
      if (spot) write(`place ${place.id}`, spot, "names", () => D.h("div", { class: `place place-${place.kind}` }, D.h("b", null, place.name), D.bdi(place.local)));
    }

    /** What a zone is called on the map, and what is said under it. */
    function wording(item) {
      const word = model.payload.statuses[item.status];
      if (item.status === "contested") return [D.capital(word), item.who.slice(0, 2).map(theme.name).join(", ") + (item.who.length > 2 ? " …" : "")];
      return item.status === "disputed" || item.status === "not_stated" ? [D.capital(word), null] : [theme.name(item.who[0]), word];
    }

    /** The map's own edges, in pixels of its layers. */
    function frame() {
      const [{ x: left, y: top }, { x: right, y: bottom }] = [[0, 0], map.getSize()].map((at) => map.containerPointToLayerPoint(at));
      return [left, top, right, bottom];
    }

    /** What is seen of a zone's bounds, as [left, top, right, bottom] on the screen. */
    function reach(item) {
      const bounds = D.boundsOf(item);
      const [one, other] = [bounds.getNorthWest(), bounds.getSouthEast()].map((at) => map.latLngToLayerPoint(at));
      const [left, top, right, bottom] = frame();
      return [Math.max(one.x, left), Math.max(one.y, top), Math.min(other.x, right), Math.min(other.y, bottom)];
    }

    const framed = ({ x, y }, { width, height }) => {
      const [left, top, right, bottom] = frame();
      return x - width / 2 >= left && x + width / 2 <= right && y - height / 2 >= top && y + height / 2 <= bottom;
    };

    /** A ring around a place has no room for letters: its name stands beside it. */
    function beside(item, size) {
      const points = D.polygons(item.record.geometry).flatMap(([outer]) => outer).map((at) => map.latLngToLayerPoint(at));
      return room.first(D.spotsOutside(points, size), size, (spot) => framed(spot, size));
    }

    /** A spot on a zone's own ground: where it is best named, or as near to that as there is room in view. */
    function within(item, size, box) {
      const anchor = map.latLngToLayerPoint(D.position(item.record.label));
      // A moved name keeps most of its letters on its own ground.
      const own = ({ x, y }) => [-0.3, 0, 0.3].every((side) => D.inside(map.layerPointToLatLng([x + side * size.width, y]), item.record.geometry));
      const usual = framed(anchor, size) ? room.near(anchor, size, own) : null;
      return usual || room.first(D.spotsAcross(box, size, anchor), size, (spot) => framed(spot, size) && own(spot));
    }

    /** Name a zone; returns whether there was a chance to. */
    function writeZone(item) {
      const box = reach(item);
      const [wide, tall] = [box[2] - box[0], box[3] - box[1]];
      if (wide <= 0 || tall <= 0) return false;
      const [text, told] = wording(item);
      const telling = told ? D.widthOf(told, `500 11.5px ${sans}`) : 0;
      // Who fights is left out where it is longer than the ground is wide.
      const held = D.look(item.status).level === "ground";
      let note = item.status === "contested" && telling > wide ? null : told;
      const measure = (under) => ({ width: widest(D.widthOf(text, `600 12px ${sans}`), under ? telling : 0), height: under ? 2 * LINE : LINE + 3 });
      const find = (size) => (item.status === "besieged" ? beside(item, size) : within(item, size, box));
      const size = measure(note);
      if (wide < size.width * ROOMY || tall < size.height * ROOMY) return false;
      let spot = find(size);
      if (!spot && note && held) {
        // Its hatch says how it is held: the name alone is better than none.
        note = null;
        spot = find(measure(null));
      }
      if (!spot) return true;
      const colour = { disputed: "var(--warn)", contested: "var(--ink)", not_stated: theme.colour("") }[item.status] || theme.colour(item.who[0]);
      write(`zone ${item.id} ${colour}`, spot, "zone-names", () => D.h("div", { class: "zone-name", css: { color: colour } }, D.h("bdi", { dir: "auto" }, text), note ? D.h("small", { dir: "auto" }, note) : null));
      return true;
    }

    const order = (item) => (item.status === "disputed" ? -1 : ORDER.indexOf(D.look(item.status).level));

    /** What is shown: a name once a place, whatever days and reports it comes from; the widest ground has it. */
    function nameable() {
      const named = new Set();
      return zones.filter(state.visible).sort((one, other) => order(one) - order(other) || other.record.row.area_km2 - one.record.row.area_km2)
        .filter(({ status, who, record }) => {
          const shared = status === "contested" || status === "disputed";
          const key = `${record.row.place_id} ${status} ${shared ? "" : who[0]}`;
          return !named.has(key) && named.add(key);
        });
    }

    /** What stands over the map and would hide a name: chips and controls. */
    function furniture() {
      const origin = map.getContainer().getBoundingClientRect();
      return [...document.querySelectorAll(".chip, .leaflet-control")].map((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        const { x, y } = map.containerPointToLayerPoint([left - origin.left + width / 2, top - origin.top + height / 2]);
        return { x, y, width: width + AIR, height: height + AIR };
      });
    }

    /** Write names clear of the badges, given as the room that they take. */
    function draw(badges) {
      room = D.roomOf([...furniture(), ...badges.map(({ point, size, width = size + 4, height = size + 4 }) => ({ x: point.x, y: point.y, width, height }))]);
      const seen = map.getBounds().pad(0.1);
      const shown = nameable(); // what is disputed or held before what lies under and over it
      const places = state.names
        ? [...model.payload.places].sort((one, other) => Boolean(one.base) - Boolean(other.base) || (IMPORTANCE[one.kind] ?? 4) - (IMPORTANCE[other.kind] ?? 4))
        : [];
      // Where it is comes before who is said to hold it: a report's own towns and camps.
      const first = (place) => place.kind === "camp" || (place.spot && !place.base);
      const namePlaces = (ones) => { for (const place of ones) writePlace(place, seen); };
      let left = TRIED;
      const nameZones = (ones) => { for (const item of ones) if (left && writeZone(item)) left -= 1; };
      const fighting = (item) => item.status === "contested";
      const ground = (item) => D.look(item.status).level === "ground";
      const others = places.filter((one) => !first(one));
      namePlaces(places.filter(first));
      nameZones(shown.filter(ground));
      namePlaces(others.filter((one) => !one.base));
      // What lies under the ground is wide and has other spots; a fight's crosses tell of it as well.
      nameZones(shown.filter((item) => !ground(item) && !fighting(item)));
      namePlaces(others.filter((one) => one.base));
      nameZones(shown.filter(fighting));
      wipe();
    }

    return { draw };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
