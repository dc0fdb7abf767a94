"""What one mention of a name tells of whoever bears it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.people import Standing
from geo.reading.people.leading import stands_for
from geo.reading.people.roles import roles_of
from geo.reading.people.words import is_given_name, standing_of, words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.people.leading import Acts
    from geo.reading.people.naming import Name


_AGE = re.compile(
    r"^(?:'s|\u2019s)?(?:,| is| was| turned)? ?\(?(?:aged |only |just )?"
    r"(?:1[0-1]\d|\d{1,2})(?:,|\)|\.|;| and\b| years)"
)
_YEARS = re.compile(r"^,? (?:a|an|the|aged)? ?\d{1,3}[- ]years?[- ]old")
_OLD_BEFORE = re.compile(r"\d{1,3}[- ]years?[- ]old (?:\w+ ){0,2}$")
_LATE = re.compile(r"\b(?:the|a) (?:late|slain|little|elderly|young|toddler|infant) $")
_AFTER = 24  # characters: ", a 34-year-old"
_PLACES = frozenset(
    {"in", "at", "near", "from", "into", "toward", "towards", "outside", "around", "across",
     "through", "inside", "between", "beyond", "via", "onto", "over", "overlooking"}
)  # fmt: skip
_SAYING = frozenset(
    {"say", "tell", "recount", "recall", "add", "explain", "describe", "ask", "write", "reply",
     "note", "testify", "insist", "claim", "warn", "estimate", "report", "put", "speak", "email",
     "text", "admit", "complain", "continue"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """``standing`` None: nothing said; ``person``: it is the name of one, whoever he is."""

    standing: Standing | None = None
    role: str = ""
    person: bool = False
    thing: bool = False


def cue_of(name: Name, acts: Acts) -> Cue:
    """
    Read one mention of a name.

    Parameters
    ----------
    name
        The mention.
    acts
        Whether a span of the report names an actor who is no civilian.
    """
    nicknamed = is_nickname(name)
    if _is_thing(name) and not nicknamed:
        return Cue(thing=True)
    roles = [*(t.lower_.rstrip(".") for t in name.before), *roles_of(name)]
    # What stands nearest says what he is: "the wife of a governor, Amina" is a wife.
    for role in reversed(roles):
        standing = standing_of(role)
        if standing is not None and not (standing is Standing.PRIVATE and is_family(name)):
            return Cue(standing, role, person=True)
    if stands_for(name, acts):
        return Cue(Standing.PUBLIC, "", person=True)
    if _has_age(name) or _is_relative(name) or _is_called(name) or nicknamed or is_family(name):
        return Cue(Standing.PRIVATE, "", person=True)
    return Cue(person=_is_person(name))


def _is_thing(name: Name) -> bool:
    """Whether a place, a storm or an operation bears the name."""
    last = name.tokens[-1]
    following = last.nbor() if last.i + 1 < last.sent.end else None
    if following is not None and following.lower_ in words_for("things_after"):
        # "The Samouni family" is people, "the Nasser hospital" is none.
        return True
    if name.tokens[-1].lower_ in words_for("things_after"):
        return True
    first = name.tokens[0]
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    things = words_for("things_before")
    return before in things or (len(name.tokens) > 1 and first.lower_ in things)


def _has_age(name: Name) -> bool:
    text = name.sentence.raw
    at = name.end - name.sentence.start
    after = text[at : at + _AFTER]
    begin = name.start - name.sentence.start
    ahead = text[max(0, begin - _AFTER) : begin]
    return bool(
        (
            (name.labelled or len(name.tokens) > 1 or after.startswith(","))
            and (_AGE.match(after) or _YEARS.match(after))
            and not re.match(r"^,? \d{1,2},? \d{4}", after)
        )
        or _OLD_BEFORE.search(ahead)
        or _LATE.search(ahead)
    )


def _is_relative(name: Name) -> bool:
    """Whether it is "his wife Amina", "Ahmad's house", "Umm Khaled"."""
    if name.tokens[0].lower_ in words_for("courtesy") and len(name.tokens) > 1:
        return True
    belongings = words_for("belongings")
    head = name.head
    if head.dep_ == "poss" and head.head.lower_ in belongings:
        return True
    first = name.tokens[0]
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is not None and before.lower_ in belongings and before.pos_ == "NOUN"


def _is_called(name: Name) -> bool:
    """Whether it is "a man named X", "who gave his name as X", "calling himself X"."""
    first = name.tokens[0]
    ahead = [first.doc[i] for i in range(max(first.sent.start, first.i - 3), first.i)]
    words = [t.lower_ for t in ahead]
    called = [t for t in ahead if t.lemma_ in words_for("called") and t.tag_ in _PARTICIPLES]
    if words[-2:-1] == ["name"] and words[-1] in {"as", "is", "was"}:
        return True
    if words and words[-1] in _SELF:
        return ahead[-2:-1] == called[-1:] != []
    if not called or not (name.labelled or _first_name(name)):
        return False
    whose = called[-1].head.lower_
    told = standing_of(whose) is Standing.PRIVATE or whose in _PEOPLE
    return words[-1] in {"as", called[-1].lower_} and told


_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_SELF = frozenset({"himself", "herself", "themselves"})
_PEOPLE = frozenset({"one", "who", "people", "men", "women", "children"})
_FORMS = frozenset({"mr", "mrs", "ms"})


def _is_person(name: Name) -> bool:  # noqa: PLR0911 - one a sign
    """Whether a name of which no office is said is that of a person all the same."""
    if any(t.lower_.rstrip(".") in _FORMS for t in name.before) or _is_taken_up(name):
        return True
    head = name.head
    if head.dep_ == "conj" and head.head.ent_type_ == "PERSON" and len(name.words) > 1:
        return True
    if name.text.isupper() or not (name.labelled or _first_name(name)):
        return False
    if any(child.lower_ in {"the", "a", "an"} for child in head.children):
        return False
    if head.dep_ == "pobj" and head.head.lower_ in _PLACES and not _first_name(name):
        return False
    if _first_name(name) and len(name.tokens) > 1 and name.labelled:
        return True
    return _has_who(head) or (name.labelled and _acts_as_one(head))


def _has_who(head: Token) -> bool:
    clauses = (child for child in head.children if child.dep_ == "relcl")
    return any(t.lower_ in {"who", "whose"} for clause in clauses for t in clause.subtree)


def _acts_as_one(head: Token) -> bool:
    """Whether it says, does or suffers what only people do."""
    verb = head.head
    if head.dep_ == "nsubj":
        return verb.lemma_ in _SAYING | words_for("done_by")
    if head.dep_ in {"nsubjpass", "dobj"}:
        return verb.lemma_ in words_for("done_to")
    return head.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"


_FAMILY = re.compile(
    r"^(?:'s|\u2019s)? (?:famil(?:y|ies)|household|couple|(?:brother|sister|sibling|twin|cousin)s"
    r"|children|kids|residence|home)\b"
)
_NICKNAME = re.compile(
    r"\b(?:nicknames?|pseudonym|call ?-?sign|(?:first|full|given|real|last|only|whose) name)"
    r"(?: (?:only|simply|just))?(?: (?:is|was|as|of))?[\s,:(\"'\u2018\u201c]*$"
    r"|\b(?:gave (?:his|her|their) names? (?:only |simply |just )?as"
    r"|(?:identif(?:ied|ies|ying)|introduc(?:ed|es|ing)|call(?:ed|s|ing)) "
    r"(?:him|her|them)sel(?:f|ves)(?: only| simply| just)?(?: as)?"
    r"|(?:identified|known|named) (?:only|simply) as)[\s\"'\u2018\u201c]*$"
)
_BEFORE_NAME = 40  # characters: "who gave only his first name, "


def is_family(name: Name) -> bool:
    """Whether it is "the Roe family", "the Roe brothers", "Roe's home"."""
    return bool(_FAMILY.match(name.sentence.raw[name.end - name.sentence.start :][:_AFTER]))


def is_nickname(name: Name) -> bool:
    """Whether it is "gave only his nickname, Roe", "call sign "Roe""."""
    begin = name.start - name.sentence.start
    return bool(_NICKNAME.search(name.sentence.raw[max(0, begin - _BEFORE_NAME) : begin]))


_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_NEXT = 40  # tokens: the rest of the sentence and the next one


def _is_taken_up(name: Name) -> bool:
    """Whether a name of several words that no label fits is taken up by "she" or "his"."""
    head = name.head
    if len(name.words) < 2 or head.dep_ != "nsubj" or head.ent_type_:
        return False
    last = name.tokens[-1]
    behind = last.doc[last.i + 1 : last.i + 1 + _NEXT]
    for token in behind:
        if token.ent_type_ == "PERSON":
            return False
        if token.lower_ in _PRONOUNS:
            return True
    return False


def _first_name(name: Name) -> bool:
    return is_given_name(name.tokens[0].lower_)
