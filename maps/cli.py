"""The `dateline` command. Only this module prints, and errors become messages only here."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.index import Gazetteer
    from geo.reading.dates.published import Publication

_PATHS = click.Path(exists=True, path_type=Path)
_places_option = click.option(
    "--places",
    "places_files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own places, as GeoJSON or CSV; they win over all others.",
)


class _Command(click.Group):
    """Shows our own errors as one line, and anything else as a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Read news reports of a conflict and draw what they say, traced to the words."""


@main.command("map")
@click.argument("reports", nargs=-1, required=True, type=_PATHS)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder to write to.",
)
@_places_option
def map_command(reports: tuple[Path, ...], output: Path, places_files: tuple[Path, ...]) -> None:
    """Map reports: files, or folders of them."""
    # Imported here so that `dateline --help` does not wait for pandas and Folium.
    from maps.output import write_case  # noqa: PLC0415
    from maps.pipeline import map_reports  # noqa: PLC0415

    gazetteer = _open(places_files)
    case = map_reports(reports, gazetteer=gazetteer)
    if not case.reports:
        reasons = "; ".join(f"{one.report_id}: {one.reason}" for one in case.not_used[:5])
        detail = f" ({reasons})" if reasons else ""
        raise DatelineError(
            f"None of these reports can be read{detail}; give .txt or .html files in English."
        )
    written = write_case(case, output, gazetteer)
    for report in case.reports:
        click.echo(_published_line(report.report_id, case.publications[report.report_id]))
    click.echo(case.summary())
    if case.not_used:
        click.echo(_not_used_line([str(one.reason) for one in case.not_used]))
    click.echo(f"Open {written[0]}")


@main.command("read")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@_places_option
def read_command(report: Path, *, as_json: bool, places_files: tuple[Path, ...]) -> None:
    """Show what a report (or a folder of them) claims, without drawing a map."""
    from geo.reading.reader import RuleReader  # noqa: PLC0415
    from geo.report import load_reports  # noqa: PLC0415
    from geo.rows import claim_row  # noqa: PLC0415

    reports, unreadable = load_reports([report])
    reading = RuleReader(_open(places_files)).read(reports)
    rows = [claim_row(claim) for claim in reading.claims]
    for one in unreadable:
        click.echo(f"not read: {one.report_id}: {one.reason} {one.detail}".rstrip(), err=True)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    names = ("relation or type", "actors", "place", "part", "when", "assertion", "quote")
    _table(names, [_short(row) for row in rows])


@main.command("places")
@click.argument("names", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--limit", default=5, show_default=True, help="How many candidates to show.")
@_places_option
def places_command(
    names: tuple[str, ...], *, as_json: bool, limit: int, places_files: tuple[Path, ...]
) -> None:
    """Look place names up, with their candidates and the reasons."""
    gazetteer = _open(places_files)
    found = {name: _candidates(name, gazetteer, limit) for name in names}
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        columns = ("place", "kind", "country", "id", "answer", "why")
        for name, candidates in found.items():
            rows = [[str(one[column] or "") for column in columns] for one in candidates]
            _table(columns, rows, title=name)
    for name, candidates in found.items():
        if not candidates:
            click.echo(
                f"No source knows a place called {name[:80]!r}; add it with --places.", err=True
            )


@main.group("gazetteer")
def gazetteer_group() -> None:
    """Build the index of places, or say what is in it."""


@gazetteer_group.command("build")
@_places_option
def gazetteer_build(places_files: tuple[Path, ...]) -> None:
    """Build the index now rather than on first use."""
    click.echo(_open(places_files).described())


@gazetteer_group.command("info")
@_places_option
def gazetteer_info(places_files: tuple[Path, ...]) -> None:
    """Say where the index is and what is in it."""
    click.echo(_open(places_files).described())


def _open(places_files: Sequence[Path]) -> Gazetteer:
    from gazetteer.index import open_gazetteer  # noqa: PLC0415
    from maps.progress import build_progress  # noqa: PLC0415

    with build_progress() as on_progress:
        return open_gazetteer(places_files=places_files, on_progress=on_progress)


def _candidates(name: str, gazetteer: Gazetteer, limit: int) -> list[dict[str, Any]]:
    from gazetteer.spot import Toponym  # noqa: PLC0415

    # A kind word is part of the question: "Aleppo province" is not the city.
    spotted = [one for one in gazetteer.spot(name) if one.end - one.start == len(name)]
    toponyms = spotted or [Toponym(0, len(name), name, None)]
    (resolution,) = gazetteer.resolve(toponyms[:1], name)
    ranked = [(one.place, "; ".join(one.why)) for one in resolution.ranked[:limit]]
    guesses = [] if ranked else gazetteer.similar(name, limit=limit)
    ranked += [(place, f"a guess: the spelling differs by {steps}") for place, steps in guesses]
    return [
        {
            "place": place.name,
            "kind": str(place.kind),
            "country": place.country,
            "longitude": round(place.longitude, 5),
            "latitude": round(place.latitude, 5),
            "id": place.id,
            "answer": str(resolution.status) if number == 0 else "",
            "why": why,
        }
        for number, (place, why) in enumerate(ranked)
    ]


def _short(row: dict[str, Any]) -> list[str]:
    return [
        str(row.get("relation") or row.get("incident_type") or row.get("what") or ""),
        str(row.get("actor") or row.get("actors") or ""),
        str(row["place_name"] or ""),
        str(row["part"] or ""),
        f"{row['date_start'] or '?'} to {row['date_end'] or '?'}",
        str(row["assertion"]),
        str(row["quote"]),
    ]


def _published_line(report_id: str, publication: Publication) -> str:
    if publication.given and publication.date is not None:
        return f"{report_id}: {publication.date.isoformat()}, as given"
    if publication.date is None:
        return f"{report_id}: published on an unknown day; if you know it, say so in reports.toml"
    likely = ", ".join(
        f"{one.date.isoformat()} ({one.probability:.0%})" for one in publication.candidates[:3]
    )
    return f"{report_id}: published {likely}, worked out from the text"


def _not_used_line(reasons: Sequence[str]) -> str:
    counts = sorted(Counter(reasons).items(), key=lambda pair: (-pair[1], pair[0]))
    listed = ", ".join(f"{count} {reason}" for reason, count in counts)
    return f"Not used: {listed}; each with its words in not_used.csv"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*columns, title=Text(title) if title else None, title_justify="left")
    for row in rows:
        # Text, not str: square brackets in a report are not markup.
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
