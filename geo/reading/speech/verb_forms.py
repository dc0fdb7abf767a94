"""What a verb's form and its children say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to" before it."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether something is done to its subject."""
    passive = {"auxpass", "nsubjpass"}
    return verb.tag_ == "VBN" or any(child.dep_ in passive for child in verb.children)


def is_condition(clause: Token) -> bool:
    """Whether a clause begins with "if" or "unless", and not with "as if" or "even if"."""
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} and not follows_as(child)
        for child in clause.children
    )


def follows_as(mark: Token) -> bool:
    """Whether "as" or "even" stands before an "if"."""
    return mark.i > mark.sent.start and mark.nbor(-1).lower_ in {"as", "even"}


def meant_by(subject: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the subject itself."""
    clause = subject.head
    relative = subject.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl"
    return clause.head if relative else subject


def has_own_subject_or_mood(verb: Token) -> bool:
    """Whether a joined verb does not share those of the verb it is joined to."""
    own = SUBJECTS | {"aux", "auxpass"}
    # "To leave or be shelled": a bare "be" has the mood of the verb before.
    return any(child.dep_ in own and child.lower_ != "be" for child in verb.children)
