"use strict";
// Records from columns, as maps/columns.py writes many of a kind.
(function (D) {
  /** How to read a column: the value of a record by its number; null where it has none. */
  function reader(column) {
    if (Array.isArray(column)) return (at) => column[at];
    if (column.codes) return (at) => column.words[column.codes[at]];
    return () => column.all;
  }

  /** A function that makes the object of a number from columns, without what it has not. */
  function maker(columns) {
    const readers = Object.entries(columns).map(([name, column]) => [name, reader(column)]);
    return (at) => {
      const made = {};
      for (const [name, read] of readers) {
        const value = read(at);
        if (value !== null) made[name] = value;
      }
      return made;
    };
  }

  /** Records that came as they are, or as columns. */
  D.recordsOf = function (told) {
    if (Array.isArray(told)) return told;
    const [fields, row] = [maker(told.fields), maker(told.row)];
    return Array.from({ length: told.number }, (_, at) => ({
      ...fields(at), geometry: { type: "Point", coordinates: [told.at[2 * at], told.at[2 * at + 1]] }, row: row(at),
    }));
  };
})((globalThis.DATELINE = globalThis.DATELINE || {}));
