"""The `dateline` command. Errors become messages only here; only the commands print."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.errors import DatelineError
from geo.codes import Reason
from maps.console import (
    echo_json,
    echo_table,
    harmless,
    opened,
    places_option,
    reader_option,
)
from maps.gazetteer_commands import gazetteer_group
from maps.places_command import places_command
from maps.presentation import Presentation, presentation_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims import NotUsed
    from geo.reading.dates.published import Publication

_PATHS = click.Path(exists=True, path_type=Path)


class _Command(click.Group):
    """Shows our own errors as one line, and anything else as a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            raise click.ClickException(harmless(str(error))) from error


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
@places_option
@reader_option
@presentation_options
@click.option(
    "--include-names",
    is_flag=True,
    help="Keep the names of private persons, which are removed otherwise.",
)
@click.option(
    "--coarsen",
    "coarsen_m",
    type=click.IntRange(min=1),
    metavar="METRES",
    help="Show positions no sharper than a grid of this size; quotes may still name the place.",
)
def map_command(  # noqa: PLR0913 - an argument an option
    reports: tuple[Path, ...],
    output: Path,
    places_files: tuple[Path, ...],
    reader_name: str,
    presentation: Presentation,
    *,
    include_names: bool,
    coarsen_m: int | None,
) -> None:
    """Map reports: files, or folders of them."""
    # Imported here so that `dateline --help` does not wait for pandas and Folium.
    from geo.actors import load_actors  # noqa: PLC0415
    from geo.public.case import published  # noqa: PLC0415
    from geo.reading.installed import reader_named  # noqa: PLC0415
    from maps.notices import notices_of  # noqa: PLC0415
    from maps.output import write_case  # noqa: PLC0415
    from maps.pipeline import map_reports  # noqa: PLC0415

    gazetteer = opened(places_files)
    table = load_actors()
    reader = reader_named(reader_name, gazetteer, table)
    case = map_reports(reports, gazetteer=gazetteer, reader=reader, table=table)
    if not case.reports:
        raise _nothing_read(case.not_used)
    for one in case.not_used:
        if one.reason is Reason.READER_FAILED:
            click.echo(_not_read_line(one), err=True)
    public = published(case, include_names=include_names, coarsen_m=coarsen_m, look=gazetteer.place)
    written = write_case(public, output, gazetteer, presentation=presentation)
    for report in case.reports:
        click.echo(_published_line(report.report_id, case.publications[report.report_id]))
    click.echo(case.summary())
    for notice in notices_of(public):
        click.echo(notice)
    if case.not_used:
        click.echo(_not_used_line([str(one.reason) for one in case.not_used]))
    click.echo(f"Open {harmless(str(written[0]))}")


@main.command("read")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@places_option
@reader_option
def read_command(
    report: Path, *, as_json: bool, places_files: tuple[Path, ...], reader_name: str
) -> None:
    """Show what a report (or a folder of them) claims, without drawing a map."""
    from geo.actors import load_actors  # noqa: PLC0415
    from geo.reading.guarded import read_guarded  # noqa: PLC0415
    from geo.reading.installed import reader_named  # noqa: PLC0415
    from geo.report import load_reports  # noqa: PLC0415
    from geo.rows import claim_row  # noqa: PLC0415

    reports, unreadable = load_reports([report])
    if not reports:
        raise _nothing_read(unreadable)
    gazetteer = opened(places_files)
    reader = reader_named(reader_name, gazetteer, load_actors())
    reading = read_guarded(reader, reports, gazetteer)
    failed = (one for one in reading.not_used if one.reason is Reason.READER_FAILED)
    for one in (*unreadable, *failed):
        click.echo(_not_read_line(one), err=True)
    rows = [claim_row(claim) for claim in reading.claims]
    for report_id, publication in reading.publications.items():
        # Beside the rows of JSON, which stay the only output there.
        line = _published_line(report_id, publication)
        click.echo(line, err=as_json)
    if as_json:
        echo_json(rows)
        return
    names = ("relation or type", "actors", "place", "part", "when", "assertion", "quote")
    echo_table(names, [_short(row) for row in rows])


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


def _nothing_read(not_used: Sequence[NotUsed]) -> DatelineError:
    reasons = "; ".join(f"{one.report_id}: {one.reason}" for one in not_used[:5])
    detail = f" ({reasons})" if reasons else ""
    return DatelineError(
        f"None of these reports can be read{detail}; give .txt or .html files in English."
    )


def _not_read_line(one: NotUsed) -> str:
    return harmless(f"not read: {one.report_id}: {one.reason} {one.detail}".rstrip())


# A day that is less likely than one in a hundred tells nobody anything.
_WORTH_TELLING = 0.01


def _published_line(report_id: str, publication: Publication) -> str:
    name = harmless(report_id)  # it comes from a file's name
    if publication.given and publication.date is not None:
        return f"{name}: {publication.date.isoformat()}, as given"
    likely = ", ".join(
        f"{one.date.isoformat()} ({one.probability:.0%})"
        for one in publication.candidates[:3]
        if one.probability >= _WORTH_TELLING
    )
    if publication.date is None:
        perhaps = f", perhaps {likely}" if likely else ""
        return (
            f"{name}: published on an unknown day{perhaps}; if you know it, say so in reports.toml"
        )
    return f"{name}: published {likely}, worked out from the text"


def _not_used_line(reasons: Sequence[str]) -> str:
    counts = sorted(Counter(reasons).items(), key=lambda pair: (-pair[1], pair[0]))
    listed = ", ".join(f"{count} {reason}" for reason, count in counts)
    return f"Not used: {listed}; each with its words in not_used.csv"


main.add_command(places_command)
main.add_command(gazetteer_group)
