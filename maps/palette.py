"""Which actor gets which colour and hatch: by what it is, the same on every map where it can be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from gazetteer.errors import DatelineError
from geo.actors import ActorKind
from geo.claims import ControlClaim, IncidentClaim
from geo.codes import ZoneStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

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

# What holds ground outweighs what is only named.
_A_ZONE = 100


def actor_styles(case: Case) -> dict[str, ActorStyle]:
    """
    Give every actor of a case its colour and hatch, by id; those who hold most come first.

    An actor's first wish depends on nothing but itself and the country the case is about: the
    state's own forces are red, jihadists slate, groups that fight for the state amber, other
    states violet. Two that wish for the same are told apart: who holds more keeps it, and the
    other takes what is free, in an order of its own that its id alone decides.
    """
    ranked = _ranked(case)
    theatre, table = _theatre(case), case.table
    free = list(PALETTE)
    names: dict[str, str] = {}
    for wish in (_wish, _second_wish):
        for actor in ranked:
            colour = wish(table.get(actor), theatre, table)
            if actor not in names and colour in free:
                names[actor] = colour
                free.remove(colour)
    for actor in ranked:
        if actor not in names and free:
            names[actor] = _own_order(actor, free)
            free.remove(names[actor])
    more = _mixed()
    return {actor: PALETTE[names[actor]] if actor in names else next(more) for actor in ranked}


def _ranked(case: Case) -> list[str]:
    weight: Counter[str] = Counter()
    for zone in case.zones:
        if zone.status is not ZoneStatus.NOT_STATED:
            weight[zone.actor] += _A_ZONE
    for claim in case.claims:
        match claim:
            case ControlClaim():
                weight.update((claim.actor, *claim.against))
            case IncidentClaim():
                weight.update((*claim.actors, *claim.targets))
    for incident in case.incidents:
        weight.update((*incident.actors, *incident.targets))
    # Ties go by id, so that the same case always looks the same.
    return sorted(weight, key=lambda actor: (-weight[actor], actor))


def _theatre(case: Case) -> str | None:
    """Return the country that most places of a case lie in."""
    countries = Counter(place.country for place in case.places if place.country)
    return min(countries, key=lambda one: (-countries[one], one)) if countries else None


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
        return "red" if theatre is None or theatre in actor.country else "violet"
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
