"use strict";
// What the pointer is on, where shapes are drawn on canvases and no node hears of it.
(function (D) {
  D.pointerOf = function (app) {
    const { map, zones, badges } = app;
    const container = map.getContainer();
    const tip = L.tooltip({ className: "tip", direction: "top", opacity: 1 });
    let asked = 0;
    let last = null;

    function say(content, spot, offset) {
      if (!content) return map.closeTooltip(tip);
      tip.options.offset = L.point(offset);
      return map.openTooltip(tip.setContent(content).setLatLng(spot));
    }

    function leave() {
      last = null;
      badges.light(null);
      zones.light(null);
      container.style.cursor = "";
      say(null);
    }

    /** Find what is at the spot: a badge, or the zone that a click there would choose. */
    function look(event) {
      const group = badges.hit(event.layerPoint);
      const [zone = null] = group ? [] : zones.under(event.latlng);
      badges.light(group);
      zones.light(zone);
      container.style.cursor = group || zone ? "pointer" : "";
      const target = group || zone;
      if (!target) return leave();
      const content = target === last ? tip.getContent() : group ? badges.tipOf(group) : D.tip(zone);
      last = target;
      return group ? say(content, group.spot, [0, -group.size / 2]) : say(content, event.latlng, [0, -8]);
    }

    map.on("mousemove", (event) => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => look(event));
    });
    map.on("mouseout movestart zoomstart", () => {
      cancelAnimationFrame(asked);
      leave();
    });

    /** Open the badge at a spot, if there is one. */
    return function pick(event) {
      const group = badges.hit(event.layerPoint);
      if (group) badges.open(group);
      return Boolean(group);
    };
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
