"""
Measure the reading of incidents on the news of MUC-4, and print the errors by kind.

    python tests/benchmarks/muc4.py --corpus DIR [--part dev] [--errors 20]

The folder has ``PART.jsonl``, one text a line: ``doc``, ``date`` (its day, given to the reader
as any archive would), ``text``, and ``incidents``, the templates that its coders filled in.
No corpus ships with the program: its texts keep their owners' terms.

Definitions
-----------
found
    An incident claim that may be drawn (asserted, attributed, hedged) and that is of a kind
    MUC-4 codes: violence is, talks, moves of troops and people and running totals of a war are
    not. Claims of one text that tell of one happening count once: of one type of MUC-4, with no
    two places that exclude each other, no two days, and no two numbers of dead.
in scope
    MUC-4 leaves out fighting between armed sides and what fighters suffer. A found incident
    whose targets are armed, or whose words name fighters and no civilian as its dead and hurt,
    or a clash, an air strike or shelling that names no civilian at all, is out of scope: it may
    be right, and is neither rewarded nor punished.
aligned
    Each template with at most one found incident of the same text: first by type, then by
    number of dead, place, date and perpetrator. Kidnapping aligns with kidnapping; attack,
    bombing, arson and robbery are one class, because reports call a bombing an attack.
recall
    Templates that are not optional and are aligned, of all that are not optional.
precision
    Found incidents that are aligned with a template, of all that are aligned or in scope.
    Those aligned with an optional template count for neither.
type, place, date, perpetrator, killed
    Over the aligned pairs whose template says it: type the same; place of the same name as any
    level of the template's below the country, or in its country where it says no more; the
    found interval meets the template's and is no longer than a month; an actor shares its name
    with a perpetrating organisation; the best number of dead is the template's (none said = 0).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Run as a script, this file's folder is on the path and not the project's.
sys.path.insert(0, str(Path(__file__).parents[2]))

from gazetteer import open_gazetteer
from gazetteer.names import fold
from geo.actors import load_actors, name_words
from geo.claims import IncidentClaim
from geo.codes import UNDRAWN, TollScope
from geo.reading.reader import RuleReader
from geo.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable

# What MUC-4 calls each of our types; the first is counted as right beside the others.
TYPES: dict[str, tuple[str, ...]] = {
    "armed_clash": ("ATTACK",),
    "air_strike": ("ATTACK", "BOMBING"),
    "shelling": ("ATTACK", "BOMBING"),
    "car_bomb": ("BOMBING",),
    "ied": ("BOMBING",),
    "suicide_bomb": ("BOMBING",),
    "grenade": ("ATTACK", "BOMBING"),
    "chemical": ("ATTACK",),
    "shooting": ("ATTACK",),
    "sniper": ("ATTACK",),
    "execution": ("ATTACK",),
    "sexual_violence": ("ATTACK",),
    "abduction": ("KIDNAPPING",),
    "looting_or_destruction": ("ARSON", "ROBBERY", "ATTACK"),
}
_FAR = frozenset({"armed_clash", "air_strike", "shelling"})
_WORTH = {"type": 8, "killed": 4, "place": 4, "date": 2, "perpetrator": 2}
_WORD = re.compile(r"\w+")
_FIGHTERS = frozenset(
    [
        "soldier",
        "soldiers",
        "troops",
        "troop",
        "guerrillas",
        "guerrilla",
        "rebels",
        "rebel",
        "officers",
        "officer",
        "sergeant",
        "lieutenant",
        "captain",
        "patrol",
        "battalion",
        "subversives",
        "terrorists",
        "combatants",
        "fighters",
        "army",
    ]
)
_LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class Found:
    """The claims of one text that tell of one happening."""

    claims: list[IncidentClaim] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What MUC-4 calls it."""
        exact = max(
            self.claims, key=lambda one: (one.confidence, one.incident_type != "armed_clash")
        )
        return TYPES[exact.incident_type]

    @property
    def killed(self) -> int | None:
        """The best number of dead, None where none is said."""
        said = [c.fatalities for c in self.claims if c.fatalities is not None]
        return None if not said else max(c.best or c.low for c in said)

    @property
    def places(self) -> list[str]:
        """The ids of its places."""
        return [one.where.place_id for one in self.claims if one.where.place_id]

    @property
    def days(self) -> tuple[date, date] | None:
        """The shortest interval that is said, half-open."""
        said = [(c.when.start, c.when.end) for c in self.claims]
        whole = [(a, b) for a, b in said if a is not None and b is not None]
        return min(whole, key=lambda two: two[1] - two[0]) if whole else None

    @property
    def quote(self) -> str:
        """The words of its first claim, on one line."""
        return " ".join(self.claims[0].quote.text.split())[:110]


@dataclass(frozen=True)
class Judge:
    """Compares what was found with a template."""

    gazetteer: Gazetteer
    table: ActorTable

    def agrees(self, found: Found, template: dict[str, Any]) -> dict[str, bool | None]:
        """Return for each measure whether they agree, None where the template says nothing."""
        return {
            "type": any(kind in template["type_alternatives"] for kind in found.kinds),
            "place": self._place(found, template),
            "date": _date(found, template),
            "perpetrator": self._perpetrator(found, template),
            "killed": None if template["deaths"] is None else
            (found.killed or 0) == template["deaths"],
        }  # fmt: skip

    def _place(self, found: Found, template: dict[str, Any]) -> bool | None:
        levels = [level["name"] for chain in template["location"] for level in chain]
        if not levels:
            return None
        country = template["location"][0][0]["name"]
        named = {fold(name) for name in levels} - {fold(country)}
        places = [self.gazetteer.place(one) for one in found.places]
        names = {fold(n) for p in places for n in (p.name, *p.other_names)}
        if named:
            return bool(names & named)
        within = {fold(a.name) for p in places for a in self.gazetteer.ancestors(p)}
        return not places or fold(country) in names | within

    def _perpetrator(self, found: Found, template: dict[str, Any]) -> bool | None:
        said = [name for one in template["perpetrator_org"] for name in one]
        if not said:
            return None
        wanted = {frozenset(map(fold, name_words(name))) - {"the"} for name in said}
        actors = [self.table.get(actor) for one in found.claims for actor in one.actors]
        names = [n for actor in actors for n in (actor.name, *actor.aliases)]
        given = {frozenset(map(fold, name_words(name))) - {"the"} for name in names}
        return any(
            one <= other or other <= one for one in wanted for other in given if one and other
        )


def _date(found: Found, template: dict[str, Any]) -> bool | None:
    if not template["date"]:
        return None
    days = found.days
    if days is None:
        return any(one["on_or_before"] for one in template["date"])
    if days[1] - days[0] > _LONGEST:
        return False
    for one in template["date"]:
        start = date.fromisoformat(one["start"]) if one["start"] else date.min
        end = date.fromisoformat(one["end"]) if one["end"] else date.max
        if days[0] <= end and start < days[1]:
            return True
    return False


def found_in(claims: Iterable[IncidentClaim]) -> list[Found]:
    """Put the claims of one text together that tell of one happening."""
    groups: list[Found] = []
    for claim in claims:
        coded = claim.incident_type in TYPES and claim.toll_scope is TollScope.EVENT
        if not coded or claim.assertion in UNDRAWN:
            continue
        group = next((one for one in groups if all(_is_one(claim, c) for c in one.claims)), None)
        if group is None:
            groups.append(Found([claim]))
        else:
            group.claims.append(claim)
    return groups


def _is_one(one: IncidentClaim, other: IncidentClaim) -> bool:
    if not set(TYPES[one.incident_type]) & set(TYPES[other.incident_type]):
        return False
    if None not in (one.where.place_id, other.where.place_id) and (
        one.where.place_id != other.where.place_id
    ):
        return False
    a, b = one.when, other.when
    if (a.start and b.end and b.end <= a.start) or (b.start and a.end and a.end <= b.start):
        return False
    if one.fatalities is None or other.fatalities is None:
        return True
    return one.fatalities.best == other.fatalities.best


def is_in_scope(found: Found, table: ActorTable) -> bool:
    """Whether MUC-4 codes such an incident; see the definitions."""
    far = all(one.incident_type in _FAR for one in found.claims)
    civil = any(
        "civilians" in one.targets or one.deaths_civilians or one.tags for one in found.claims
    )
    armed = any(
        t != "civilians" and table.get(t).kind.armed for c in found.claims for t in c.targets
    )
    words = {word for one in found.claims for word in _WORD.findall(one.quote.text.lower())}
    hurt = any(one.fatalities or one.injured for one in found.claims)
    named = "civilians" in {target for one in found.claims for target in one.targets}
    fighters = hurt and bool(words & _FIGHTERS) and not named
    return not fighters and (civil or not (far or armed))


def aligned(
    found: list[Found], templates: list[dict[str, Any]], judge: Judge
) -> list[tuple[Found, dict[str, Any], dict[str, bool | None]]]:
    """Align each template with at most one found incident, the best agreeing pairs first."""
    pairs = []
    for i, one in enumerate(found):
        for j, template in enumerate(templates):
            agreed = judge.agrees(one, template)
            if ("KIDNAPPING" in one.kinds) != ("KIDNAPPING" in template["type_alternatives"]):
                continue
            worth = sum(_WORTH[name] for name, holds in agreed.items() if holds)
            # An optional template must not take what a required one needs.
            pairs.append((-worth, template["optional"], i, j, agreed))
    answer = []
    left, open_ = set(range(len(found))), set(range(len(templates)))
    for _, _, i, j, agreed in sorted(pairs, key=lambda pair: pair[:4]):
        if i in left and j in open_:
            left.remove(i)
            open_.remove(j)
            answer.append((found[i], templates[j], agreed))
    return answer


@dataclass
class Scores:
    """What was counted over all texts, and the errors by kind."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def add(
        self, doc: str, found: list[Found], templates: list[dict[str, Any]], judge: Judge
    ) -> None:
        """Count one text."""
        pairs = aligned(found, templates, judge)
        matched = {id(one) for one, _, _ in pairs}
        self.counts["templates"] += sum(not t["optional"] for t in templates)
        for one, template, agreed in pairs:
            if template["optional"]:
                continue
            self.counts["aligned"] += 1
            self._count(doc, one, template, agreed)
        for template in templates:
            if not template["optional"] and not any(t is template for _, t, _ in pairs):
                self._error(f"missed {template['type']} {template['stage']}", doc, _told(template))
        for one in found:
            if id(one) not in matched and is_in_scope(one, judge.table):
                self.counts["spurious"] += 1
                kind = one.claims[0].incident_type
                where = "with templates" if templates else "without templates"
                self._error(f"not in the gold, {where}: {kind}", doc, one.quote)

    def _count(
        self, doc: str, one: Found, template: dict[str, Any], agreed: dict[str, bool | None]
    ) -> None:
        deadly = {"killed of those with dead": agreed["killed"] if template["deaths"] else None}
        for name, holds in (agreed | deadly).items():
            if holds is None:
                continue
            self.counts[f"{name} said"] += 1
            self.counts[f"{name} right"] += holds
            if not holds and name in _WORTH:
                got = {
                    "type": one.kinds, "place": [c.where.place_name for c in one.claims],
                    "date": one.days, "perpetrator": [c.actors for c in one.claims],
                    "killed": one.killed,
                }[name]  # fmt: skip
                self._error(f"wrong {name}", doc, f"{_told(template)}; got {got}: {one.quote}")

    def _error(self, kind: str, doc: str, what: str) -> None:
        self.errors.setdefault(kind, []).append(f"{doc}: {what}")

    def lines(self, *, errors: int) -> Iterator[str]:
        """Yield the scores and the first so many errors of each kind."""
        count = self.counts
        yield _ratio("recall of incidents", count["aligned"], count["templates"])
        yield _ratio(
            "precision of incidents", count["aligned"], count["aligned"] + count["spurious"]
        )
        for name in (*_WORTH, "killed of those with dead"):
            yield _ratio(name, count[f"{name} right"], count[f"{name} said"])
        for kind, told in sorted(self.errors.items()):
            yield f"{kind}: {len(told)}"
            yield from (f"    {one}" for one in told[:errors])


def _ratio(name: str, right: int, of: int) -> str:
    return f"{name:30} {right / of if of else 0:.3f}  ({right} of {of})"


def _told(template: dict[str, Any]) -> str:
    who = [v["mentions"][0] for v in template["victims"] if v["mentions"]]
    what = [t[0] for t in template["target"] if t]
    days = [one["raw"] for one in template["date"]]
    return f"{template['location_raw'][:1]} {days} of {who} {what} dead {template['deaths']}"


def main() -> None:
    """Read a part of the corpus and print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[1])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="of each kind")
    parser.add_argument("--first", type=int, default=None, metavar="N", help="only N texts")
    given = parser.parse_args()
    with (given.corpus / f"{given.part}.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines][: given.first]
    gazetteer, table = open_gazetteer(), load_actors()
    reader, judge, scores = RuleReader(gazetteer, table=table), Judge(gazetteer, table), Scores()
    for text in texts:
        published = date.fromisoformat(text["date"]) if text["date"] else None
        claims = reader.read([Report(text["doc"], text["text"], published=published)]).claims
        found = found_in(one for one in claims if isinstance(one, IncidentClaim))
        scores.add(text["doc"], found, text["incidents"], judge)
    print(f"{len(texts)} texts of {given.part}")
    print("\n".join(scores.lines(errors=given.errors)))


if __name__ == "__main__":
    main()
