"""`dateline places`: what names mean, with the candidates and the reasons."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from gazetteer.errors import AmbiguousPlaceError, GazetteerError, UnknownPlaceError
from maps.console import echo_json, echo_table, harmless, opened, places_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from gazetteer.query import Answer, Wishes

_COLUMNS = ("name", "answer", "place", "kind", "lies in", "latitude", "longitude")
_EXPLAINED = ("place", "kind", "lies in", "id", "score", "why")
# A line of standard input longer than this is no name, and its echo would fill the screen.
_SHOWN = 80


# "\b" keeps click from filling the paragraph up.
_JSON = """\b
JSON is a list with, for each name:
  query, folded    the name as given, and as it was looked up
  status           resolved, ambiguous or unknown
  confidence       of the best candidate, 0 to 1
  place            the answer, or null: id, name, kind, country, lies_in,
                   longitude, latitude, population, source
  candidates       the same, with score and why
  guesses          the same, with distance: how many letters differ
  within           ids of what the rest of the name was read as
  not_known        parts of the name that nobody knows
"""


@click.command("places", epilog=_JSON)
@click.argument("names", nargs=-1)
@click.option("--in", "inside", metavar="NAME", help="Only places in this one.")
@click.option("--near", metavar="NAME", help="First the places near this one.")
@click.option("--at", metavar="LAT,LON", help="Say what is at a point and around it instead.")
@click.option("--explain", is_flag=True, help="Show every candidate with its score and reasons.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="How many candidates of a name to show.",
)
@places_option
def places_command(  # noqa: PLR0913 - one for each option
    names: tuple[str, ...],
    *,
    inside: str | None,
    near: str | None,
    at: str | None,
    explain: bool,
    as_json: bool,
    limit: int,
    places_files: tuple[Path, ...],
) -> None:
    """
    Look place names up: "Goma", "Paris, Texas", "Helmand province".

    With - the names are read from standard input, one a line. The exit code is 1 when a name
    is unknown or ambiguous.
    """
    if at is not None:
        _show_point(at, opened(places_files), as_json=as_json, limit=limit)
        return
    if not names:
        raise click.UsageError("Name a place, or - to read names from standard input.")
    from gazetteer.query import Wishes, ask  # noqa: PLC0415 - `--help` does not wait for it

    gazetteer = opened(places_files)
    wishes = Wishes(
        within=(_meant(inside, "--in", gazetteer),) if inside else (),
        near=(_meant(near, "--near", gazetteer, Wishes()),) if near else (),
    )
    answers = [ask(name, gazetteer, wishes) for name in _all_names(names)]
    if as_json:
        echo_json([_row_of_answer(answer, gazetteer, limit) for answer in answers])
    elif explain:
        for answer in answers:
            _explain(answer, gazetteer, limit)
    else:
        rows = [row for answer in answers for row in _rows(answer, gazetteer, limit)]
        echo_table(_COLUMNS, rows)
    problems = [line for answer in answers if (line := _problem(answer, limit))]
    for line in problems:
        click.echo(line, err=True)
    if problems:
        click.get_current_context().exit(1)


def _all_names(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name == "-":
            # Bytes, so that a line in another encoding is unknown rather than an error.
            lines = (line.decode("utf-8", "replace").strip() for line in sys.stdin.buffer)
            yield from filter(None, lines)
        else:
            yield name


def _meant(name: str, option: str, gazetteer: Gazetteer, wishes: Wishes | None = None) -> Place:
    """
    Return the place that an option names.

    Raises
    ------
    GazetteerError
        When it is unknown or ambiguous.
    """
    from gazetteer.query import ask  # noqa: PLC0415

    answer = ask(name, gazetteer, wishes)
    if answer.place is not None:
        return answer.place
    if answer.ranked:
        candidates = [_whole_name(one.place, gazetteer) for one in answer.ranked[:5]]
        raise AmbiguousPlaceError(name, candidates=candidates, asked_by=option)
    raise UnknownPlaceError(name, near_misses=[guess.place.name for guess in answer.guesses[:3]])


def _rows(answer: Answer, gazetteer: Gazetteer, limit: int) -> Iterator[list[str]]:
    """Yield one row for a name that is sure, and its candidates for one that is not."""
    name, status = answer.query[:_SHOWN], str(answer.status)
    if answer.place is not None:
        yield [name, status, *_cells(answer.place, gazetteer)]
        return
    listed = [(one.place, status) for one in answer.ranked[:limit]]
    listed += [(g.place, f"a guess, {_letters(g.distance)}") for g in answer.guesses[:limit]]
    if not listed:
        yield [name, status, *[""] * (len(_COLUMNS) - 2)]
    for place, said in listed:
        yield [name, said, *_cells(place, gazetteer)]


def _cells(place: Place, gazetteer: Gazetteer) -> list[str]:
    point = (f"{place.latitude:.4f}", f"{place.longitude:.4f}")
    return [place.name, place.kind.value, _parents(place, gazetteer), *point]


def _explain(answer: Answer, gazetteer: Gazetteer, limit: int) -> None:
    within = ", ".join(_whole_name(place, gazetteer) for place in answer.within)
    read = f" in {within}" if within else ""
    sure = f"{answer.status} ({answer.confidence:.0%})" if answer.ranked else str(answer.status)
    title = f"{answer.query[:_SHOWN]}: {sure}; looked up as {answer.key[:_SHOWN]!r}{read}"
    rows = [
        [*_named(one.place, gazetteer), f"{one.score:.2f}", "; ".join(one.why)]
        for one in answer.ranked[:limit]
    ]
    rows += [
        [*_named(guess.place, gazetteer), "", f"a guess: {_letters(guess.distance)}"]
        for guess in answer.guesses[:limit]
    ]
    echo_table(_EXPLAINED, rows, title=title)
    if (more := len(answer.ranked) - limit) > 0:
        click.echo(f"and {more} more; --limit shows them")


def _named(place: Place, gazetteer: Gazetteer) -> list[str]:
    return [place.name, place.kind.value, _parents(place, gazetteer), place.id]


def _problem(answer: Answer, limit: int) -> str:
    """Return one sentence on what is wrong with a name, or nothing."""
    shown = harmless(answer.query[:_SHOWN])
    if answer.not_known:
        parts = ", ".join(repr(harmless(part[:_SHOWN])) for part in answer.not_known)
        return f"No source knows {parts}, so where {shown!r} lies is not sure; correct that part."
    if answer.place is not None:
        return ""
    if answer.ranked:
        several = f"{len(answer.ranked):,} places" if len(answer.ranked) > 1 else "another place"
        fewer = f" ({limit} shown)" if len(answer.ranked) > limit else ""
        return f"{shown!r} may mean {several}{fewer}; say more with a comma, --in or --near."
    if answer.guesses:
        likely = " or ".join(repr(harmless(name)) for name in _guessed(answer))
        return f"No source knows a place called {shown!r}; did you mean {likely}?"
    return f"No source knows a place called {shown!r}; add it with --places."


def _guessed(answer: Answer) -> list[str]:
    return list(dict.fromkeys(guess.place.name for guess in answer.guesses))[:3]


def _show_point(at: str, gazetteer: Gazetteer, *, as_json: bool, limit: int) -> None:
    parts = at.replace(",", " ").split()
    try:
        latitude, longitude = (float(part) for part in parts)
    except ValueError as error:
        raise GazetteerError(
            f"{harmless(at[:_SHOWN])!r} is not a point; give latitude and longitude in degrees, "
            "such as --at 33.47,36.30."
        ) from error
    holding = gazetteer.containing(longitude, latitude)
    near = gazetteer.nearest(longitude, latitude, limit=limit)
    if as_json:
        nearest = [_row(one.place, gazetteer, distance_m=round(one.distance_m)) for one in near]
        echo_json({"containing": [_row(p, gazetteer) for p in holding], "nearest": nearest})
        return
    rows = [["holds the point", *_named(place, gazetteer)] for place in holding]
    rows += [[f"{one.distance_m / 1000:,.1f} km", *_named(one.place, gazetteer)] for one in near]
    echo_table(("", "place", "kind", "lies in", "id"), rows)


def _row_of_answer(answer: Answer, gazetteer: Gazetteer, limit: int) -> dict[str, Any]:
    return {
        "query": answer.query,
        "folded": answer.key,
        "status": str(answer.status),
        "confidence": round(answer.confidence, 3),
        "place": None if answer.place is None else _row(answer.place, gazetteer),
        "candidates": [
            _row(one.place, gazetteer, score=round(one.score, 2), why=list(one.why))
            for one in answer.ranked[:limit]
        ],
        "guesses": [
            _row(guess.place, gazetteer, distance=guess.distance)
            for guess in answer.guesses[:limit]
        ],
        "within": [place.id for place in answer.within],
        "not_known": list(answer.not_known),
    }


def _row(place: Place, gazetteer: Gazetteer, **more: object) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "lies_in": [parent.name for parent in gazetteer.ancestors(place)],
        "longitude": round(place.longitude, 5),
        "latitude": round(place.latitude, 5),
        "population": place.population,
        "source": place.source,
        **more,
    }


def _whole_name(place: Place, gazetteer: Gazetteer) -> str:
    return ", ".join(dict.fromkeys([place.name, *filter(None, [_parents(place, gazetteer)])]))


def _parents(place: Place, gazetteer: Gazetteer) -> str:
    return ", ".join(dict.fromkeys(parent.name for parent in gazetteer.ancestors(place)))


def _letters(distance: int) -> str:
    return "1 letter differs" if distance == 1 else f"{distance} letters differ"
