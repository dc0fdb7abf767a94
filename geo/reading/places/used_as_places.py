"""Names that a sentence uses as those of places, told from people and groups by what is beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary
from geo.reading.places.signs import ENDS, NAME, NEXT, WORD, signs
from geo.reading.places.words import DECIDES, SPEECH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from gazetteer.spot import Toponym
    from geo.reading.parsed import ParsedReport, Sentence

_NAME = re.compile(rf"(?<![\w-]){NAME}(?![\w-])")
_ENDS = re.compile(ENDS)
_NEXT = re.compile(NEXT)
# "Pont-Orsa", "Orsa-Belen", "Mender 20", "San Vicente del Valle".
_JOINED_BEFORE = re.compile(r"(?<![\w-])([A-Z]\w+)-$|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?$")
_JOINED_AFTER = re.compile(
    rf"-([^\W\d_a-zà-ÿ]\w+)(?!\w|-)|\s\d{{1,3}}(?=\s*[,.;]|\s+(?:in|on|at|from|and|was|were)\b)|"
    rf"\s+del\s+{WORD}"
)
_ROAD = re.compile(r"(?:-\w+)?\s+(?:highway|road|motorway|route|corridor|railway|axis|border)\b")
_QUARTERS = re.compile(rf"(?:\s+and\s+{WORD})?\s+(?:districts?|neighbou?rhoods?|quarters?)\b")
_OWNED = re.compile(r"'s\s+(?:[a-z]+ern\s+)?$")
_LISTED = re.compile(
    r"\b(?:villages|towns|districts|settlements|localities|neighbou?rhoods|cities|camps)\s*"
    r"(?:[-:\u2013\u2014]\s*|,?\s+(?:including|among\s+them|namely|such\s+as|notably)\s+)$"
)
# The word before a name, and what makes a name of one word longer.
_OPENER_BEFORE = re.compile(
    r"(?<![\w-])([A-Z][a-z]+)[ -](?:(?:[Aa]l|[Ee]l|as|ad|ar|ash|at|an)[ -])?$"
)
_GOES_ON = re.compile(rf"[ -]{WORD}")
# So much of what stands before a name says what it is.
_REACH = 60
_MODIFIES = frozenset({"compound", "nmod", "amod"})
_GROUP = frozenset({"ORG", "PERSON", "NORP"})
# What the model may call a village, besides a person; it never calls one these.
_NEVER = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "NORP", "LANGUAGE", "EVENT"}
)


@dataclass(frozen=True, slots=True)
class Used:
    """A name in a sentence, by offsets of the report."""

    start: int
    end: int
    name: str


def is_cut_out(toponym: Toponym, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a name that the gazetteer spotted is a piece of one that it does not list."""
    start, end = toponym.start, toponym.end
    if _has_opener(toponym, text):
        return True
    before, after = _JOINED_BEFORE.search(text, max(0, start - _REACH), start), None
    if before is None:
        after = _JOINED_AFTER.match(text, end)
    other = before or after
    if other is None or _ROAD.match(text, end):
        return False
    # "The Orsa-Belen line", "the Malvia-Tuvia war": two places of one country or two countries.
    if any(_is_beside(toponym.text, name, gazetteer) for name in filter(None, other.groups())):
        return False
    best = next(iter(gazetteer.named(toponym.text, limit=1)), None)
    return best is None or best.kind is not PlaceKind.COUNTRY


def _has_opener(toponym: Toponym, text: str) -> bool:
    """Whether a name is "Zara" of "Ain Zara", or its "Ain"."""
    openers = signs().openers
    before = _OPENER_BEFORE.search(text, max(0, toponym.start - _REACH), toponym.start)
    if before is not None and before[1].lower() in openers:
        return True
    goes_on = toponym.text.lower() in openers and _GOES_ON.match(text, toponym.end)
    return bool(goes_on) and not toponym.text.isupper()


def _is_beside(name: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether two names joined by a hyphen are those of two places that lie in one country."""
    best, beside = (next(iter(gazetteer.named(one, limit=1)), None) for one in (name, other))
    if best is None or beside is None:
        return False
    countries = {best.kind, beside.kind} == {PlaceKind.COUNTRY}
    return countries or best.country == beside.country


def names_used(
    parsed: ParsedReport, sentence: Sentence, taken: Sequence[tuple[int, int]]
) -> Iterator[Used]:
    """Yield the names of a sentence that it uses as places, except those that lie in ``taken``."""
    text = parsed.text[sentence.start : sentence.end]
    names = [*_names_in(text)]
    for number, (start, end) in enumerate(names):
        first, last = sentence.start + start, sentence.start + end
        if any(a < last and first < b for a, b in taken):
            continue
        if _is_place(parsed, sentence, text, names, number) or (
            _is_listed_beside(parsed, sentence, names, number, taken)
        ):
            yield Used(first, last, text[start:end])


def _names_in(text: str) -> Iterator[tuple[int, int]]:
    ordinary = load_vocabulary().ordinary
    for found in _NAME.finditer(text):
        start, end = found.span()
        # The first word of a sentence has a capital whatever it is.
        while start == 0 or text[start - 1] in '"(':
            word, _, rest = text[start:end].partition(" ")
            if not rest or word.lower() not in ordinary:
                break
            start = end - len(rest.lstrip())
        yield start, end


def _is_place(
    parsed: ParsedReport,
    sentence: Sentence,
    text: str,
    names: Sequence[tuple[int, int]],
    number: int,
) -> bool:
    start, end = names[number]
    name = text[start:end]
    if not _may_name(name) or signs().who.match(text, end):
        return False
    tokens = sentence.tokens_between(sentence.start + start, sentence.start + end)
    if _is_opening_noun(parsed, sentence, tokens, name):
        return False
    label = max((token.ent_type_ for token in tokens), default="")
    label = "" if name[0].isdigit() else label  # "6 October City" is no date
    first = _first_of_list(text, names, number)
    before = text[max(0, names[first][0] - _REACH) : names[first][0]]
    ends = _ends(tokens, text, end)
    if _is_sure(text, before, names, number, ends=ends):
        return label not in _NEVER and not _has_persons_name(parsed, name)
    if label in _NEVER or not ends or not _is_likely(tokens, label, before):
        return False
    return not (_is_person(parsed, name) or _acts(parsed, name))


def _is_listed_beside(
    parsed: ParsedReport,
    sentence: Sentence,
    names: Sequence[tuple[int, int]],
    number: int,
    taken: Sequence[tuple[int, int]],
) -> bool:
    """Whether a name stands in a list of places with one that is known: "bombed A, B and C"."""
    text = parsed.text[sentence.start : sentence.end]
    start, end = names[number]
    name = text[start:end]
    first, last = _first_of_list(text, names, number), _last_of_list(text, names, number)
    if first == last or not _may_name(name) or signs().who.match(text, end):
        return False
    tokens = sentence.tokens_between(sentence.start + start, sentence.start + end)
    if _is_opening_noun(parsed, sentence, tokens, name):
        return False
    if max((token.ent_type_ for token in tokens), default="") in _NEVER:
        return False
    if _is_person(parsed, name) or _acts(parsed, name):
        return False
    if signs().several.match(text, names[last][1]):
        return True
    known = any(
        a < sentence.start + names[one][1] and sentence.start + names[one][0] < b
        for one in range(first, last + 1)
        for a, b in taken
    )
    before = text[max(0, names[first][0] - _REACH) : names[first][0]]
    return known and _ends(tokens, text, end) and _leads_to_places(before)


def _is_opening_noun(
    parsed: ParsedReport, sentence: Sentence, tokens: Sequence[Token], name: str
) -> bool:
    """Whether a word has its capital from the sentence that it begins: "Shops were looted"."""
    if len(tokens) != 1 or tokens[0].pos_ != "NOUN":
        return False
    opens = not any(one.is_alpha for one in sentence.span if one.i < tokens[0].i)
    return opens and not re.search(rf"[\w,]\s{re.escape(name)}(?!\w)", parsed.text)


def _leads_to_places(before: str) -> bool:
    known = signs()
    return any(one.search(before) for one in (known.sure, known.kept, known.fought, known.likely))


def _may_name(name: str) -> bool:
    words = name.split()
    ordinary = load_vocabulary().ordinary
    return not name.isupper() and not all(word.lower() in ordinary for word in words)


def _first_of_list(text: str, names: Sequence[tuple[int, int]], number: int) -> int:
    """Return which name begins the list that one stands in: "captured A, B and C"."""
    while number and _NEXT.fullmatch(text, names[number - 1][1], names[number][0]):
        number -= 1
    return number


def _last_of_list(text: str, names: Sequence[tuple[int, int]], number: int) -> int:
    """Return which name ends the list that one stands in."""
    while number + 1 < len(names) and _NEXT.fullmatch(text, names[number][1], names[number + 1][0]):
        number += 1
    return number


def _ends(tokens: Sequence[Token], text: str, end: int) -> bool:
    """Whether the name modifies nothing that follows: not "captured Orsa fighters"."""
    if _ENDS.match(text, end):
        return True
    if not tokens or tokens[-1].dep_ in _MODIFIES:
        return False
    following = tokens[-1].i + 1
    doc = tokens[-1].doc
    return following >= len(doc) or doc[following].pos_ not in {"NOUN", "PROPN", "ADJ"}


def _is_sure(
    text: str, before: str, names: Sequence[tuple[int, int]], number: int, *, ends: bool
) -> bool:
    end = names[number][1]
    known = signs()
    if known.site.match(text, end) or known.called.match(text, end):
        return True
    if _OWNED.search(before) and _QUARTERS.match(text, end):
        return True
    if known.said.match(text, names[_last_of_list(text, names, number)][1]):
        return True
    if not ends:
        return False
    opening = known.opening.search(before) and text[end : end + 1] == ","
    return bool(opening or known.sure.search(before) or _LISTED.search(before))


def _is_likely(tokens: Sequence[Token], label: str, before: str) -> bool:
    known = signs()
    if known.kept.search(before):
        return label != "PERSON" or len(tokens) == 1
    if known.fought.search(before):
        return label not in _GROUP
    if not known.likely.search(before):
        return False
    if label != "PERSON":
        return True
    # "In" a person nothing happens, but one believes in him.
    governor = tokens[0].head
    while governor in tokens or governor.pos_ == "ADP":
        if governor.head == governor:
            break
        governor = governor.head
    inside = before.rstrip().endswith((" in", "In"))
    return inside and governor.lemma_.lower() not in known.about_people


def _has_persons_name(parsed: ParsedReport, name: str) -> bool:
    """Whether a title or a first name opens the name, or stands before it somewhere."""
    vocabulary, honours = load_vocabulary(), signs().honours
    first, _, rest = name.partition(" ")
    opening = first.lower().rstrip(".")
    if rest and opening not in honours and opening in vocabulary.people | vocabulary.titles:
        return True
    for found in re.finditer(rf"([A-Z][\w-]*)\.?\s+{re.escape(name)}(?!\w)", parsed.text):
        word = found[1].lower()
        if word in vocabulary.people or (word in vocabulary.titles and word not in honours):
            return True
    return False


def _is_person(parsed: ParsedReport, name: str) -> bool:
    if name.partition(" ")[0].lower() in {"abu", "umm"}:
        return True
    return _has_persons_name(parsed, name)


def _acts(parsed: ParsedReport, name: str) -> bool:
    """Whether the report tells somewhere that the bearer of the name says or does something."""
    for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", parsed.text):
        sentence = parsed.sentence_at(found.start())
        tokens = sentence.tokens_between(*found.span()) if sentence else []
        if any(token.dep_ in {"nsubj", "agent"} and _decides(token) for token in tokens):
            return True
    return False


def _decides(token: Token) -> bool:
    return token.head.lemma_ in SPEECH or token.head.lemma_ in DECIDES
