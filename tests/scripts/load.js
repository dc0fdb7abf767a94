"use strict";
// The page's scripts outside a browser: those that need no document give the same namespace.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const SCRIPTS = path.join(__dirname, "..", "..", "maps", "assets", "scripts");

/** Run scripts in order and return the namespace they add to. */
function load(...names) {
  const context = vm.createContext({});
  for (const name of names) {
    vm.runInContext(fs.readFileSync(path.join(SCRIPTS, `${name}.js`), "utf8"), context, { filename: `${name}.js` });
  }
  return vm.runInContext("DATELINE", context);
}

/** Turn what a script made into this realm's own objects, which assert can compare. */
const plain = (value) => JSON.parse(JSON.stringify(value));

module.exports = { load, plain };
