# ruff: noqa: RUF001, RUF003 - dashes and quotation marks as publishers set them
"""How publishers word and shape what is not the story: the patterns `boilerplate` goes by."""

from __future__ import annotations

import re

from geo.reading.dates.forms import MONTH

_AGENCY = (
    r"(?:Reuters|AFP|AP(?: Photo)?|Associated Press|Agence France[- ]Presse|EPA|DPA|ANSA|TASS|UPI"
    r"|Getty(?: Images)?|Anadolu(?: Agency)?|Xinhua|Shutterstock|Wiki(?:pedia|media)(?: Commons)?"
    r"|Flickr|Alamy|Creative Commons|Bloomberg|NurPhoto)"
)
_END = re.compile(r"[.!?…;:][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on",
    "or", "over", "per", "that", "the", "to", "up", "via", "vs", "with",
})  # fmt: skip


def ends(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_END.search(line))


def is_prose(line: str) -> bool:
    """Whether a line has the form of running text: it ends as a sentence, or is long."""
    words = _WORD.findall(line)
    if _all_quoted(line) and len(words) <= 6 and not line.rstrip("\"'”’").endswith("."):
        return False
    # A paragraph that lost its full stop is still long and not in capitals.
    return (ends(line) and len(words) >= 3) or (len(words) > 16 and not in_title_case(line))


def is_subheading(line: str) -> bool:
    """Whether a line between paragraphs is a heading: short, and no list item."""
    return len(line.split()) <= 12 and line[0] not in "-•*·–—"


def in_title_case(line: str) -> bool:
    """Whether nearly all words of substance begin with a capital."""
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _all_quoted(line: str) -> bool:
    return len(line) > 2 and line[0] in "\"'“‘" and line[-1] in "\"'”’"


_DATE = rf"(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}})(?:,?\s+\d{{2,4}}\b)?"
_NAME = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"

# "KYIV, Ukraine (AP) —", "Goma, March 3 (Reuters) -", "KHARTOUM – ", "Aden, 12 May 2019 –".
_PLACE = rf"{_NAME}(?:,\s+{_NAME}){{0,2}}(?:\s+\([A-Z][\w ]+\))?"
DATELINE = re.compile(
    rf"(?!(?:The|An?)\s)(?:{_PLACE}(?:,?\s+{_DATE})?"
    r"\s*\([A-Z][^()\n–—]{1,40}?(?:\)\s*[-–—:]+|\s*[–—-]+(?:\s*\))?)"
    rf"|(?-i:[A-Z][A-Z.'’ -]{{2,}})(?:,\s+{_NAME})?(?:,?\s+{_DATE})?\s*(?:--|[–—-])"
    rf"|{_PLACE},?\s+{_DATE}\s*(?:--|[–—-]|:))\s+"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_WRITER = r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
_HARM = r"\b(?:kill|shot|wound|hurt|abduct|kidnap|detain|arrest|jail|held|missing|die)"


# Kinds of `BlockKind` by name, in the order they are tried.
WORDING: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "related",
        _any(
            r"^(?:related|read (?:more|also|next)|see also|also read|more (?:on|from)|watch"
            r"|recommended|don['’]t miss|further reading|listen|in pictures)\b[^.!?]{0,40}?[:|»>]",
            r"^(?:read more|see also|also read|related (?:stories|articles|news|posts)"
            r"|most (?:read|popular)|you may also like|more on this story)\b[^.!?]*$",
        ),
    ),
    (
        "credit",
        _any(
            r"^(?:photo|image|picture|video|graphic|illustration|map)s?"
            r"(?: credit| courtesy| by)?\s*(?::|\bby\b|\bcourtesy\b)",
            r"^(?:credits?|photograph)\s*:",
            rf"^[\[(]?{_AGENCY}(?:\s*[/,&|]\s*[\w .]+)?[\])]?$",
            r"^[\[(][^\])]*\b(?:via|getty images|ap photo)\b[^\])]*[\])]$",
        ),
    ),
    (
        "footer",
        _any(
            r"\b501\s*\(c\)",
            # A short plea; a long paragraph that has these words too tells of somebody's plea.
            r"^(?=.{0,400}$)(?:.*\btax[- ](?:deductible|exempt)\b.*\bdonat"
            r"|.*\bdonations?\b.*\btax[- ]deductible)",
            r"^(?:please )?(?:donate|subscribe|sign up|share this|like us|join our|download our)\b",
            r"\bfollow\b.{0,60}\bon (?:twitter|facebook|instagram|telegram|x|social media)\b",
            r"^\(?this (?:post|article|story|piece|report|item)\b.{0,40}\b"
            r"(?:written|published|appeared|produced|updated|translated|republished)\b",
            r"^originally published\b|\bthe views expressed\b|\ball rights reserved\b",
            r"\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b",
            r"^\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited) by\b",
            r"\b(?:we use|uses?|use of|accept(?: all)?) cookies\b",
            r"^(?:this is )?a (?:developing|breaking(?: news)?) story\b"
            r"|^this (?:story|article|report|page) (?:is|was|has|will) (?:being |be |been )?"
            r"(?:developing|updated|corrected|amended)\b",
            r"^\W*(?:editor['’]?s?['’]? note|correction|clarification|disclaimer)s?\s*:",
            r"^(?:the )?next update\b.{0,40}\b(?:issued|published|released|expected)\b",
            r"^(?:support (?:us|our|independent|quality)|help us|become a)\b.{0,60}"
            r"\b(?:journalism|donat\w+|member|reporting)\b",
            r"^for (?:more|further|additional) (?:information|details)\b.{0,40}"
            r"\b(?:contact|visit|see|please|www|call|email)\b|^for media (?:in|en)quir",
            r"^(?:download|click here|listen to this|skip to|back to top|share (?:on|via))\b"
            r"[^.]{0,80}$",
            # "— Jane Roe (@janeroe) May 3", "pic.twitter.com/…", "A post shared by".
            rf"^[–—-]\s.{{2,60}}\(@\w+\)\s+{_DATE}$|^pic\.twitter\.com/|^https?://\S+$"
            r"|^(?:a post shared by|view this post)\b",
            # Who wrote it; a reporter to whom something happened is news.
            rf"^(?!.*{_HARM}){_WRITER},? is (?:an?|the) (?:\w+[ -]){{0,3}}(?:journalist|reporter"
            r"|correspondent|writer|editor|photographer|fellow|researcher|columnist|analyst"
            r"|historian|academic|author)\b[^.]*\.?$",
            rf"^{_WRITER} (?:covers\b[^.]* for|reports on|writes (?:about|on)) [^.]*\.$",
            r"^about the authors?\b|^the (?:writer|author) is (?:an?|the)\b",
            # Footnotes: a number and a document, not a numbered statement.
            r"^[\[(]?\d{1,3}[\]).]?\s+(?:see\b|ibid\b|interview with|available at|https?:"
            r"|.{0,100}, (?:pp?|paras?)\. ?\d)[^!?]*$",
            r"^please (?:let us know|contact us|report|send)\b.*(?:comment|issue|error|tip|email)",
            r"^(?:©|copyright\b)|^\(c\) ?\d{4}|\bterms of (?:use|service)\b|\bprivacy policy\b",
            rf"^\(?(?:with |by )?(?:news )?(?:agencies|{_AGENCY})\b(?: and | & |[/,])[^.]{{0,40}}$",
            r"^\(?(?:with )?(?:news )?agencies\)?$|^(?:tags?|topics?|filed under|keywords)\s*:",
            r"^(?:advertisement|comments?|leave a (?:comment|reply)|print this)\b[^.]*$",
            r"^[-–—#* ]*(?:ends?|ENDS|30)[-–—#* ]*$",
        ),
    ),
    (
        "byline",
        _any(
            rf"^by\s+(?-i:[A-Z])[^.!?]{{2,60}}$|^by\s+{_AGENCY}$",
            r"^(?:first |last )?(?:published|updated|posted|modified)\b[^.!?]*\d[^.!?]*$",
            rf"^(?:\w+day,?\s+)?{_DATE}(?:[\s,|–—-]+[\d:.]+\s*(?:[ap]\.?m\.?)?\s*\w*)?$",
            r"^(?:[^.!?]|[.!?](?!\s)){0,80}\b(?:flash update|situation report|sitrep"
            r"|humanitarian (?:update|bulletin|snapshot))\b.{0,12}"
            r"\b(?:no\.?|#|number|as of)\s*\d.{0,60}$",
            r"^\d{4}-\d\d-\d\d(?:[ T][\d:.+Z]*)?$",
        ),
    ),
    (
        "caption",
        _any(
            r"\((?:file|archive|illustrative|library)(?: (?:photo|picture|image))?\)\W*\w{0,12}"
            rf"(?: \w+)?$|\bfile (?:photo|picture|image)\b[^.]*\.?(?:\s*{_AGENCY})?$",
            r"^[^.]{0,160}\bin this\b[^.]{0,40}\b(?:photo|image|picture|file|frame)\b",
            r"\b(?:pictured (?:left|right|above|here|in)|\((?:left|right|above|pictured)\))[^.]*$",
            rf"^.{{3,240}}[\[(][^\])]*\b(?-i:{_AGENCY})\s*(?:/|photo|via)[^\])]*[\])]\.?$",
            rf"^.{{3,240}}(?:\[|[\[(][^\])]*(?:/|photo|via)\s*)(?-i:{_AGENCY})[\])]\.?$",
            rf"^(?!.*[.!?] .*[.!?] )[^.!?]{{3,160}}[ /|.]\s*(?-i:{_AGENCY})$",
            rf"^[^.!?]{{3,160}}\.\s*(?:photo(?:graph)?|image)?\s*[:/|]?\s*(?-i:{_AGENCY})[\w /]*$",
        ),
    ),
)
