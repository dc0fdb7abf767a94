"""
Make a dump in GeoNames' layout, and build an index from it, to see time and memory.

    python tests/benchmarks/made_dump.py --rows 12_000_000 --folder /tmp/dump
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
import zipfile
from pathlib import Path
from statistics import median

# About the shares in allCountries.txt.
_FEATURES = (
    ["P.PPL"] * 42 + ["H.STM"] * 9 + ["S.HTL", "S.SCH", "S.CH", "S.FRM"] * 5 + ["T.MT", "T.HLL"] * 6
) + ["L.PRK", "L.LCTY", "H.LK", "A.ADM3", "P.PPLX", "R.RD", "V.FRST", "T.ISL"] * 2
_COUNTRIES = ("US", "CN", "IN", "NO", "MX", "ID", "RU", "IR", "TH", "CO", "SY", "UA", "SD")
_SYLLABLES = ("ba", "ra", "ko", "mel", "dar", "shi", "tan", "qu", "nov", "gor", "ley", "ham", "ver")
_BLOCK = 20_000


def write_dump(path: Path, rows: int, *, seed: int = 7) -> None:
    """Write a zip with so many rows; the same seed gives the same rows."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(pick.choices(_SYLLABLES, k=pick.randint(2, 4))).title() for _ in range(90_000)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        name = path.with_suffix(".txt").name
        with archive.open(name, "w", force_zip64=True) as out:
            for start in range(1, rows + 1, _BLOCK):
                block = range(start, min(start + _BLOCK, rows + 1))
                out.write("".join(_row(pick, words, number) for number in block).encode())


def _row(pick: random.Random, words: list[str], number: int) -> str:
    def name() -> str:
        return " ".join(pick.choices(words, k=1 + (pick.random() < 0.55)))

    feature_class, _, code = pick.choice(_FEATURES).partition(".")
    # One row in three has other names, two on average: 12 million rows have 8 million.
    others = ",".join(name() for _ in range(pick.randint(1, 3))) if pick.random() < 0.33 else ""
    main, country = name(), pick.choice(_COUNTRIES)
    latitude, longitude = pick.uniform(-60, 75), pick.uniform(-180, 180)
    people = int(10 ** pick.uniform(1, 6)) if feature_class == "P" and pick.random() < 0.1 else 0
    return (
        f"{number}\t{main}\t{main}\t{others}\t{latitude:.5f}\t{longitude:.5f}\t{feature_class}\t"
        f"{code}\t{country}\t\t{pick.randint(1, 40):02}\t{pick.randint(1, 300)}\t\t\t{people}\t\t"
        f"{pick.randint(0, 2000)}\tEtc/UTC\t2024-01-05\n"
    )


def main() -> None:
    """Print what the build took and how fast the index answers."""
    from gazetteer.extra import build_extra
    from gazetteer.names import fold
    from gazetteer.store import Store

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "made-dump")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    dump = asked.folder / f"made-{asked.rows}.zip"
    if not dump.is_file():
        write_dump(dump, asked.rows)
    start, spent = time.perf_counter(), time.process_time()
    built = build_extra(cache_folder=asked.folder, geonames=dump)
    took, spent = time.perf_counter() - start, time.process_time() - spent
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = sum(resource.getrusage(who).ru_maxrss for who in whose) / 1e6
    size = built.paths[0].stat().st_size / 1e9
    print(f"{asked.rows:,} rows: {took:.0f} s ({spent:.0f} s of processor), peak {peak:.2f} GB")
    store = Store.open(built.paths[0])
    names = [store.place(n).name for n in range(0, asked.rows, max(1, asked.rows // 5_000))]
    times = [_timed(store, fold, one) for one in names]
    print(f"index {size:.2f} GB; exact look-up median {median(times) * 1e3:.3f} ms")


def _timed(store, fold, name) -> float:
    start = time.perf_counter()
    (number, *_), *_ = store.ranked(fold(name))
    store.place(number)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
