"""Who does what to whom and with what, as the needs of a verb ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.codes import IncidentType
from geo.reading.actors import forces
from geo.reading.control.arguments import (
    agents,
    governed,
    is_passive,
    objects,
    patients,
    pruned,
    subjects,
)
from geo.reading.incidents.meant import is_armed, is_people, is_site, is_target
from geo.reading.incidents.words import incident_words
from geo.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.control.roles import Roles
    from geo.reading.incidents.people import People
    from geo.reading.incidents.words import Entry

_PLACING = words(
    "in at on near around outside inside into onto from toward towards against over across  "
    "of through along by within to"
)
_MEANS = frozenset({"with", "by", "from", "using", "in"})
_SPEAKS = forces.OFFICIALS | {"delegation", "side", "sides", "parties", "leaders", "rebels"}
# Fewer who go somewhere are travellers.
_MANY = 50
_FORCING = frozenset({"force", "compel", "oblige"})
# Who is taken away to be treated or buried.
_CARRIED = frozenset({"casualty", "body", "corpse", "wounded", "injured", "dead", "remains"})
_RELIEF = words(
    "humanitarian relief un ocha unhcr wfp unicef icrc unrwa msf agencies partners ngos"
)
_UNABLE = frozenset({"unable", "prevent", "bar", "stop", "block", "fail", "deny"})


@dataclass(frozen=True)
class Doing:
    """A verb with its arguments, and the tests an entry of the table may ask for."""

    roles: Roles
    people: People
    verb: Token

    @cached_property
    def agents(self) -> list[Token]:
        """Who does it."""
        return [one for noun in agents(self.verb) for one in (noun, *noun.conjuncts)]

    @cached_property
    def patients(self) -> list[Token]:
        """Whom it is done to."""
        found = self._behind() or patients(self.verb)
        return [
            one
            for noun in found
            for one in (noun, *(c for c in noun.conjuncts if c.pos_ not in {"VERB", "AUX"}))
        ]

    def _behind(self) -> list[Token]:
        """Return the noun right behind a verb, which "IS" in capitals has cut off from it."""
        doc, at = self.verb.doc, self.verb.i + 1
        if is_passive(self.verb) or at + 1 >= len(doc) or doc[at].text != "IS":
            return []
        return [doc[at + 1] if doc[at + 1].pos_ == "NOUN" else doc[at]]

    def means(self) -> list[Token]:
        """Return the words that may name a weapon: who does it, what it is done with."""
        nouns = [*self.agents, *objects(self.verb)]
        nouns += subjects(self.verb) if not is_passive(self.verb) or not nouns else []
        for child in self.verb.children:
            if child.lower_ in _MEANS and child.dep_ in {"prep", "agent"}:
                nouns += governed(child)
        sites = incident_words().around["sites"]
        doers = self.agents  # "a mine went off", "helicopters fired": no site is meant
        kept = [o for o in dict.fromkeys(nouns) if o in doers or o.lemma_.lower() not in sites]
        return [token for one in kept for token in pruned(one)]

    def fits(self, entry: Entry) -> bool:
        """Whether the verb's words and arguments are those the entry asks for."""
        children = list(self.verb.children)
        if entry.particles and not any(
            c.lower_ in entry.particles and c.dep_ in {"prt", "advmod", "prep"} for c in children
        ):
            return False
        if entry.objects and not any(
            c.lemma_.lower() in entry.objects or c.lower_ in entry.objects
            for c in (*self.patients, *children, *self._in_phrase(entry))
        ):
            return False
        abstract = incident_words().around["abstract"]
        if entry.type is IncidentType.SEIZURE and any(c.lower_ == "still" for c in children):
            return False  # "still occupied the suburbs": it was taken before
        bare = [one for one in self.patients if one.lemma_.lower() in abstract]
        if bare and not entry.objects and len(bare) == len(self.patients):
            return False
        return not entry.needs or any(self._has(needs) for needs in entry.needs)

    def _in_phrase(self, entry: Entry) -> list[Token]:
        """Return what the entry's own preposition governs: "set on fire"."""
        own = [c for c in self.verb.children if c.dep_ == "prep" and c.lower_ in entry.particles]
        return [noun for one in own for noun in governed(one)]

    def _has(self, needs: str) -> bool:
        return all(getattr(self, f"_need_{need}")() for need in needs.split("+"))

    def under(self, words: frozenset[str] | set[str]) -> list[Token]:
        """Return what prepositions among ``words`` govern, on the verb or its object."""
        holders = [self.verb, *self.patients, *(c for c in self.verb.children if c.dep_ == "prt")]
        holders += [c for c in self.verb.children if c.dep_ == "advmod"]
        found = [c for one in holders for c in one.children if c.lower_ in words]
        return [noun for one in found for noun in governed(one)]

    def _named(self, tokens: list[Token], name: str) -> bool:
        lexicon = incident_words().around[name]
        return any(t.lemma_.lower() in lexicon for one in tokens for t in pruned(one))

    def _need_armed(self) -> bool:
        return any(is_armed(self.roles, one) for one in self.agents)

    def _need_people(self) -> bool:
        machines = incident_words().around["machines"]
        return any(
            is_people(self.people, one) and one.lemma_.lower() not in machines
            for one in self.patients
        )

    def _need_place(self) -> bool:
        return any(is_site(self.roles, one) for one in self.patients)

    def _need_target(self) -> bool:
        return any(is_target(self.roles, self.people, one) for one in self.patients)

    def _need_goal(self) -> bool:
        return any(is_site(self.roles, one) for one in self.under(_PLACING))

    def _need_at(self) -> bool:
        under = self.under({"at", "on", "upon", "toward", "towards"})
        return any(is_target(self.roles, self.people, one) for one in under)

    def _need_weapon(self) -> bool:
        return incident_words().weapon(self.means()) is not None

    def _need_shell(self) -> bool:
        kind = incident_words().weapon(self.means())
        return kind is not None and kind is not IncidentType.AIR_STRIKE

    def _need_weapon_object(self) -> bool:
        thrown = [t for one in self.patients for t in pruned(one)]
        return incident_words().weapon(thrown) is not None

    def _need_mine_object(self) -> bool:
        thrown = [t for one in self.patients for t in pruned(one)]
        return incident_words().weapon(thrown) is IncidentType.IED

    def _need_bomb_object(self) -> bool:
        thrown = [t for one in self.patients for t in pruned(one)]
        return incident_words().weapon(thrown) in {IncidentType.IED, IncidentType.SHELLING}

    def _need_bomber(self) -> bool:
        doers = [t for one in self.agents for t in pruned(one)]
        return incident_words().weapon(doers) is IncidentType.SUICIDE_BOMB

    def _need_aircraft(self) -> bool:
        doers = [t for one in (*self.agents, *self.under({"with"})) for t in pruned(one)]
        return incident_words().weapon(doers) is IncidentType.AIR_STRIKE

    def _need_gun(self) -> bool:
        return self._named(self.agents, "guns")

    def _need_negated(self) -> bool:
        governors = [self.verb]
        if self.verb.dep_ == "xcomp":
            governors.append(self.verb.head)
        if any(c.dep_ == "neg" for one in governors for c in one.children):
            return True
        doers = [t for one in governors for t in agents(one)]
        return any(
            one.lower_ in {"none", "nothing"} or any(c.lower_ == "no" for c in one.lefts)
            for one in (*doers, *subjects(governors[-1]))
        )

    def _need_relief(self) -> bool:
        around = incident_words().around
        return any(
            t.lemma_.lower() in around["aid"] or t.lower_ in _RELIEF
            for t in self.roles.sentence.span
        )

    def _need_digger(self) -> bool:
        return self._named([*self.agents, *self.under({"with", "by"})], "diggers")

    def _need_army(self) -> bool:
        named = [self.roles.actor_at(one) for one in self.agents]
        states = any(one is not None and one.actor.endswith("_government") for one in named)
        return states or any(t.lower_ in forces.STATE for o in self.agents for t in pruned(o))

    def _need_captive(self) -> bool:
        nouns = [o for o in self.patients if o.pos_ == "NOUN" and o.lemma_ not in _CARRIED]
        nouns = [o for o in nouns if not is_site(self.roles, o)]
        return any(is_people(self.people, one) for one in nouns)

    def _need_foe(self) -> bool:
        return any(is_armed(self.roles, one) for one in self.patients)

    def _need_many(self) -> bool:
        moved = [*self.agents, *(self.patients if is_passive(self.verb) else [])]
        counts = [self.people.count_of(one) for one in moved if not is_armed(self.roles, one)]
        return any(one is not None and (one.low or 0) >= _MANY for one in counts)

    def _need_forced(self) -> bool:
        counts = [self.people.count_of(one) for one in self.agents]
        one_man = any(count is not None and count.high == 1 for count in counts)
        forced = self.verb.dep_ == "xcomp" and self.verb.head.lemma_ in _FORCING
        return forced and not one_man

    def _need_intohome(self) -> bool:
        return self._named(self.under({"into"}), "homes")

    def _need_fromhome(self) -> bool:
        left = self.under({"from", "off", "of"})
        return self._named(left, "homes") or any(is_site(self.roles, one) for one in left)

    def _need_left(self) -> bool:
        return any(is_site(self.roles, one) for one in self.under({"from", "out", "of"}))

    def _need_alone(self) -> bool:
        return not objects(self.verb) or is_passive(self.verb)

    def _need_name(self) -> bool:
        return any(self.roles.place_at(one) is not None for one in self.patients)

    def _need_crowd(self) -> bool:
        moved = [*self.agents, *(self.patients if is_passive(self.verb) else [])]
        return any(is_people(self.people, o) and not is_armed(self.roles, o) for o in moved)

    def _need_unarmed(self) -> bool:
        moved = self.patients
        return any(is_people(self.people, o) and not is_armed(self.roles, o) for o in moved)

    def _need_count(self) -> bool:
        moved = [*self.agents, *self.patients]
        at = [self.people.figure_at(t) for one in moved for t in (one, *one.lefts)]
        return any(at) and any(is_people(self.people, one) for one in moved)

    def _need_with(self) -> bool:
        met = [*self.under({"with"}), *self.patients]
        return any(self._speaks(one) for one in met)

    def _speaks(self, token: Token) -> bool:
        named = token.ent_type_ == "PERSON" or token.lower_ in _SPEAKS
        return named or self.roles.actor_at(token) is not None or is_people(self.people, token)

    def _need_agency(self) -> bool:
        for one in self.agents:
            actor = self.roles.actor_at(one)
            if actor is not None and not actor.armed and actor.actor != ActorKind.CIVILIANS:
                return True
        return self._named(self.agents, "agencies")

    def _need_unable(self) -> bool:
        above = {self.verb.head.lemma_.lower(), self.verb.head.lower_}
        return bool(above & _UNABLE) or any(c.dep_ == "neg" for c in self.verb.children)

    def _need_speaker(self) -> bool:
        who = any(self.roles.actor_at(one) is not None for one in self.agents)
        return who and any(c.dep_ == "ccomp" for c in self.verb.children)

    def _need_home(self) -> bool:
        return self._named(self.patients, "homes")

    def _need_aid(self) -> bool:
        return self._named([*self.patients, *self.agents], "aid")

    def _need_convoy(self) -> bool:
        return self._named(self.agents, "aid")

    def _need_officials(self) -> bool:
        return any(map(self._speaks, self.agents))

    def _need_passive(self) -> bool:
        return is_passive(self.verb)

    def _need_toactor(self) -> bool:
        return any(is_armed(self.roles, one) for one in self.under({"to"}))
