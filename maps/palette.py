"""Which actor gets which colour and hatch: by what it is, the same on every map where it can be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from gazetteer.errors import DatelineError
from geo.actors import ActorKind
from maps.cast import acting, reports_by_actor, speaking, theatres

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.actors import Actor, ActorTable
    from geo.case import Case


class ColourError(DatelineError):
    """An actor asks for a colour that the palette does not have."""


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """An actor's colour on light and dark ground, and its hatch: colour is never the only cue."""

    light: str
    dark: str
    hatch: str


# Each keeps 3:1 against the map's ground in its theme (WCAG 1.4.11). The first eight are told
# apart by people who see no red, no green or no blue: by CIEDE2000 of 7.9 at least, where 2 is
# seen side by side. The rest are told apart by their hatches, of which no two are alike.
PALETTE = {
    "slate": ActorStyle("#33363F", "#B9BDC9", "diagonal"),
    "red": ActorStyle("#B23A2E", "#F08A7C", "antidiagonal"),
    "green": ActorStyle("#0F7B5F", "#4CC7A3", "dots"),
    "blue": ActorStyle("#2468B0", "#7DB2EE", "horizontal"),
    "amber": ActorStyle("#A86C00", "#F0BD4F", "vertical"),
    "violet": ActorStyle("#47127D", "#9A6CF0", "grid"),
    "mauve": ActorStyle("#8E2F78", "#C277AE", "rings"),
    "umber": ActorStyle("#4F2A12", "#C4602A", "dashes"),
    "petrol": ActorStyle("#12586E", "#CDEFF5", "lattice"),
    "olive": ActorStyle("#5B6B1D", "#D9E8A0", "waves"),
    "indigo": ActorStyle("#3D4FA0", "#8C9BE8", "crosses"),
    "brown": ActorStyle("#7A4B2A", "#D3A27E", "chevrons"),
}
_HATCHES = [style.hatch for style in PALETTE.values()]

# Who did it is not said, or who holds it: no colour of anybody.
NOBODY = ActorStyle("#767C85", "#969DA6", "none")

# The colour of a state's forces in its own country.
_AT_HOME = "red"


def actor_styles(case: Case) -> dict[str, ActorStyle]:
    """
    Give every actor of a case its colour and hatch, by id; those who hold most come first.

    An actor's first wish depends on nothing but itself and the country its war is in: the
    state's own forces are red, jihadists slate, groups that fight for the state amber, other
    states violet. Two that wish for the same are told apart: who holds more keeps it, and the
    other takes what is free, in an order of its own that its id alone decides. Only states of
    wars that no report has in common are both red, with other hatches. Who only speaks has
    the colour of nobody.
    """
    ranked = acting(case)
    names, free = _wished(case, ranked)
    again = _also_at_home(case, ranked, names)
    for actor in ranked:
        if actor not in names and actor not in again and free:
            names[actor] = _own_order(actor, free)
            free.remove(names[actor])
    styles = {actor: PALETTE[name] for actor, name in names.items()}
    more = _mixed()
    for actor in ranked:
        if actor in again:
            styles[actor] = _hatched_anew(PALETTE[_AT_HOME], styles.values())
        elif actor not in styles:
            styles[actor] = next(more)
    return {actor: styles[actor] for actor in ranked} | dict.fromkeys(speaking(case), NOBODY)


def _wished(case: Case, ranked: list[str]) -> tuple[dict[str, str], list[str]]:
    """Give every actor the first of its wishes that is free; return what is left as well."""
    where = theatres(case)
    free = list(PALETTE)
    names: dict[str, str] = {}
    for wish in (_wish, _second_wish):
        for actor in ranked:
            colour = wish(case.table.get(actor), where.get(actor), case.table)
            if actor not in names and colour in free:
                names[actor] = colour
                free.remove(colour)
    return names, free


def _also_at_home(case: Case, ranked: list[str], names: dict[str, str]) -> list[str]:
    """Return the states at war in their own country that no report names beside another such."""
    where, told = theatres(case), reports_by_actor(case)
    home = [actor for actor in ranked if names.get(actor) == _AT_HOME]
    found: list[str] = []
    for actor in ranked:
        wish = _second_wish(case.table.get(actor), where.get(actor), case.table)
        apart = told[actor] and all(told[actor].isdisjoint(told[one]) for one in home + found)
        if actor not in names and wish == _AT_HOME and apart:
            found.append(actor)
    return found


def _hatched_anew(style: ActorStyle, used: Collection[ActorStyle]) -> ActorStyle:
    """Give a colour that another actor has a hatch that the fewest have."""
    taken = Counter(one.hatch for one in used)
    return ActorStyle(style.light, style.dark, min(_HATCHES, key=lambda one: taken[one]))


def _wish(actor: Actor, theatre: str | None, table: ActorTable) -> str:
    if actor.colour is not None:
        if actor.colour not in PALETTE:
            raise ColourError(
                f"Actor {actor.id!r} asks for the colour {actor.colour!r}; "
                f"choose one of {', '.join(PALETTE)}."
            )
        return actor.colour
    return _second_wish(actor, theatre, table)


def _second_wish(actor: Actor, theatre: str | None, table: ActorTable) -> str:
    """Choose by kind, as maps of other wars have taught readers to expect."""
    if actor.kind is ActorKind.STATE_FORCES:
        return _AT_HOME if theatre is None or theatre in actor.country else "violet"
    if actor.jihadist:
        return "slate"
    if not actor.kind.armed:
        return "mauve"
    if _fights_for_a_state(actor, table):
        return "amber"
    return "green" if actor.kind is ActorKind.FACTION_UMBRELLA else "blue"


def _fights_for_a_state(actor: Actor, table: ActorTable) -> bool:
    backers = {actor.parent or actor.id, actor.side} - {actor.id}
    # A case knows the actors that its reports name; a government that none names has its id.
    return any(
        table.get(one).kind is ActorKind.STATE_FORCES or one.endswith("_government")
        for one in backers
    )


def _own_order(actor: str, free: list[str]) -> str:
    """Choose among the free colours by the id alone; those that are told apart best first."""
    best = list(PALETTE)[:8]
    choice = [one for one in best if one in free] or free
    return min(choice, key=lambda colour: crc32(f"{actor}/{colour}".encode()))


def _mixed() -> Iterator[ActorStyle]:
    """Go on after the palette: its colours again, each time with other hatches."""
    colours = list(PALETTE.values())
    turn = 0
    while True:
        turn += 1
        for at, style in enumerate(colours):
            hatch = _HATCHES[(at + 5 * turn) % len(_HATCHES)]
            yield ActorStyle(style.light, style.dark, hatch)
