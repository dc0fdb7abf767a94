"use strict";
// Nodes are built one by one and text is only ever set as text: nothing is parsed as markup.
(function (D) {
  const SVG = "http://www.w3.org/2000/svg";
  const PROPERTIES = new Set(["checked", "disabled", "hidden", "indeterminate", "value"]);

  const ICONS = {
    search: "M10.5 4a6.5 6.5 0 1 0 .01 0zM15.4 15.4L21 21",
    down: "M12 3.5v12M7 11l5 5 5-5M4 20.5h16",
    moon: "M20 14.2A8.5 8.5 0 1 1 9.8 4a6.8 6.8 0 0 0 10.2 10.2z",
    play: "M8 5v14l11-7z",
    pause: "M8 5v14M16 5v14",
    previous: "M15 5l-7 7 7 7",
    next: "M9 5l7 7-7 7",
    close: "M6 6l12 12M18 6L6 18",
    split: "M12 21v-6.5M12 14.5L5.5 8V3.5M12 14.5L18.5 8V3.5M2.8 6.2L5.5 3.5l2.7 2.7M15.8 6.2l2.7-2.7 2.7 2.7",
    chevron: "M5 9l7 7 7-7",
    layers: "M12 3l9 5-9 5-9-5zM3 13l9 5 9-5",
    list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
    page: "M6 2.8h8.5L19 7.3v13.9H6zM14 2.8v5h5M9 12.5h7M9 16h7",
    maybe: "M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 17v.1M13.6 2.6a9.5 9.5 0 0 1 4.2 1.8M20.7 8.2a9.5 9.5 0 0 1 .4 5.4M18.8 18.6a9.5 9.5 0 0 1-4.4 2.6M9.6 21.2a9.5 9.5 0 0 1-4.4-2.6M2.9 13.6a9.5 9.5 0 0 1 .4-5.4M6.2 4.4a9.5 9.5 0 0 1 4.2-1.8",
    open: "M14 4h6v6M20 4l-9.5 9.5M18.5 14v6H4V5.5h6",
    place: "M12 21.5s-6.8-6.2-6.8-11.4a6.8 6.8 0 0 1 13.6 0c0 5.2-6.8 11.4-6.8 11.4zM12 7.7a2.4 2.4 0 1 0 .01 0z",
    people: "M8 6.5a2.2 2.2 0 1 0 .01 0zM16 6.5a2.2 2.2 0 1 0 .01 0zM3.5 19.5v-2c0-2.4 1.9-3.8 4.5-3.8s4.5 1.4 4.5 3.8v2M12.5 14.6c.8-.6 2-.9 3.5-.9 2.6 0 4.5 1.4 4.5 3.8v2",
  };

  /** Append children: nodes as they are, all else as text; null and false are left out. */
  function append(node, children) {
    for (const child of children.flat(4)) {
      if (child === null || child === undefined || child === false) continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }

  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") {
        for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
      } else if (name === "css") {
        for (const [property, one] of Object.entries(value)) node.style.setProperty(property, one);
      } else if (PROPERTIES.has(name)) node[name] = value;
      else node.setAttribute(name, value === true ? "" : value);
    }
    return node;
  }

  /** An HTML element; `on` holds listeners, `css` style properties. */
  D.h = (tag, attributes, ...children) =>
    append(set(document.createElement(tag), attributes), children);

  /** An SVG element. */
  D.svg = (tag, attributes, ...children) =>
    append(set(document.createElementNS(SVG, tag), attributes), children);

  D.byId = (id) => document.getElementById(id);

  D.clear = (node) => {
    node.replaceChildren();
    return node;
  };

  /** An icon of the page's own controls, drawn in strokes. */
  D.icon = (name, className) =>
    D.svg("svg", {
      viewBox: "0 0 24 24", fill: name === "play" ? "currentColor" : "none", stroke: "currentColor",
      "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round",
      "aria-hidden": "true", class: className,
    }, D.svg("path", { d: ICONS[name] }));

  /** A text in a language and direction of its own. */
  D.bdi = (text) => (text ? D.h("bdi", { dir: "auto" }, text) : null);

  D.calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  D.phone = () => !D.embedded && matchMedia("(max-width: 820px)").matches;
})((globalThis.DATELINE = globalThis.DATELINE || {}));
