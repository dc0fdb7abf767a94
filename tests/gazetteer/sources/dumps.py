"""Rows in the real layout of GeoNames, for the tests."""

import zipfile


def row(number, name, lat, lon, **facts):
    """Return one row of 19 columns, as in allCountries.txt."""
    cells = [
        number,
        name,
        facts.get("ascii_name", name),
        facts.get("others", ""),
        lat,
        lon,
        facts.get("feature", "P.PPL").partition(".")[0],
        facts.get("feature", "P.PPL").partition(".")[2],
        facts.get("country", "SY"),
        "",
        *(*facts.get("codes", ()), "", "", "", "")[:4],
        facts.get("population", 0),
        "",
        "612",
        "Asia/Damascus",
        "2024-01-05",
    ]
    return "\t".join(map(str, cells))


def zipped(path, name, rows, *, beside=()):
    """Write the rows into a zip, with other files before them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in beside:
            archive.writestr(other, content)
        archive.writestr(name, rows if isinstance(rows, bytes) else "".join(f"{r}\n" for r in rows))
    return path
