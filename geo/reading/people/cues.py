"""What one mention of a name tells of whoever bears it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary
from geo.people import Standing
from geo.reading.people.leading import stands_for
from geo.reading.people.words import words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.people.leading import Acts
    from geo.reading.people.naming import Name


_AGE = re.compile(
    r"^(?:'s|\u2019s)?,? ?\(?(?:aged )?(?:1[0-1]\d|\d{1,2})(?:,|\)|\.|;| and\b| years)"
)
_YEARS = re.compile(r"^,? (?:a|an|the|aged)? ?\d{1,3}[- ]years?[- ]old")
_OLD_BEFORE = re.compile(r"\d{1,3}[- ]years?[- ]old (?:\w+ ){0,2}$")
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
    if _is_thing(name):
        return Cue(thing=True)
    roles = [*(t.lower_.rstrip(".") for t in name.before), *_roles(name)]
    private, public = words_for("private"), words_for("public")
    # What stands nearest says what he is: "the wife of a governor, Amina" is a wife.
    for role in reversed(roles):
        if role in public:
            return Cue(Standing.PUBLIC, role, person=True)
        if role in private:
            return Cue(Standing.PRIVATE, role, person=True)
    if stands_for(name, acts):
        return Cue(Standing.PUBLIC, "", person=True)
    if _has_age(name) or _is_relative(name) or _is_called(name):
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


def _roles(name: Name) -> list[str]:
    """Return the words that say who he is, the nearest last."""
    head, inside = name.head, set(name.tokens)
    words: list[Token] = []
    for child in head.children:
        if child in inside or child in name.before:
            continue
        if child.dep_ in {"compound", "amod", "nmod"} and child.i < head.i:
            words += [t for t in child.subtree if t not in inside]
        elif child.dep_ == "appos" and child.ent_type_ != "PERSON":
            words += _described(child)
        elif child.dep_ == "relcl":
            words += [t for t in child.children if t.dep_ == "attr"]
    if head.dep_ in {"appos", "oprd"} and head.head not in inside:
        words += _described(head.head)
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        words += [t for c in head.head.children if c.dep_ == "attr" for t in _described(c)]
    words += _just_before(name)
    return [word.lower_.rstrip(".") for word in words]


def _described(noun: Token) -> list[Token]:
    """Return a noun with what stands before it; what hangs behind it is somebody else."""
    own = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < noun.i]
    if noun.lower_ == "one":  # "one of the founders of the group"
        links = (c for c in noun.children if c.lower_ == "of")
        own += [t for link in links for t in link.children]
    joined = [c for c in noun.children if c.dep_ == "conj" and c.ent_type_ != "PERSON"]
    return [*joined, *own, noun]


def _just_before(name: Name) -> list[Token]:
    """Return the nouns right before the name: "PLO envoy to Syria Ahmed", "SPLA spokesman Col"."""
    first = (name.before or name.tokens)[0]
    start, doc = first.sent.start, first.doc
    at = first.i - 1
    if at >= start and doc[at].text == ",":
        at -= 1
        # "A resident of the camp, Samer, said": the noun of the phrase that ends here.
        phrase = doc[at]
        while phrase.head.i < phrase.i and phrase.head.i >= start and phrase.pos_ != "VERB":
            if phrase.dep_ in {"pobj", "prep", "compound", "amod"}:
                phrase = phrase.head
            else:
                break
        apart = name.head.head in {phrase, *phrase.children} or name.head.dep_ == "appos"
        return [phrase] if phrase.pos_ == "NOUN" and apart else []
    # "PLO envoy to Syria Ahmed Roe".
    if at - 2 >= start and doc[at].pos_ == "PROPN" and doc[at - 1].pos_ == "ADP":
        return [t for t in doc[max(start, at - 3) : at - 1] if t.pos_ == "NOUN"]
    if at >= start and doc[at].pos_ in {"NOUN", "PROPN", "ADJ"} and doc[at].ent_type_ != "PERSON":
        return [doc[at]]
    return []


def _has_age(name: Name) -> bool:
    text = name.sentence.raw
    at = name.end - name.sentence.start
    after = text[at : at + _AFTER]
    begin = name.start - name.sentence.start
    return bool(
        (
            (name.labelled or len(name.tokens) > 1 or after.startswith(","))
            and (_AGE.match(after) or _YEARS.match(after))
            and not re.match(r"^,? \d{1,2},? \d{4}", after)
        )
        or _OLD_BEFORE.search(text[max(0, begin - _AFTER) : begin])
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
    of_people = words_for("private") | _PEOPLE
    return words[-1] in {"as", called[-1].lower_} and called[-1].head.lower_ in of_people


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
    return name.tokens[0].lower_ in load_vocabulary().people
