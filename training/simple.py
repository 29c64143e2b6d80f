"""Attributions in a simple form: source, cue and one content make up the whole sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.text import find_quotations, split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAYING = re.compile(
    r"(?:\b(?:sa(?:id|ys?|ying)|told|tells?|stat(?:ed|es?|ing)|add(?:s|ing)?|thinks?|thought"
    r"|not(?:ed|es)|reports?|argu(?:ed|es?|ing)|believ(?:ed|es?)|according to|per|alleg(?:ed|es?)"
    r"|hop(?:ed|es?)|fear(?:ed|s)?|wr(?:ote|ites?)|doubt(?:ed|s)?|kn(?:ow|ew|ows)|feels?|felt"
    r"|(?:add|claim|report|explain|insist|warn|assert|confirm|suggest|maintain|comment|remark"
    r"|tweet|point|announc|predict|admit|admitt|reveal|complain|caution|contend|speculat|conclud"
    r"|indicat|estimat|declar|acknowledg|testifi|disclos|stress|emphasiz|emphasis|observ|recall"
    r"|learn|conced|reiterat|boast|advis|answer|repli|urg|propos)(?:ed|s|es|ing)?(?: out)?))$",
    re.I,
)
"""Cues that take a clause or a quotation; of other cues only "that ..." is known to be one."""

_NOT_CLAUSE = re.compile(
    r"(?:to|if|whether|what|how|why|who|where|when|which|against|about|on|of|for|as|with|by|from"
    r"|having|being|\w+ing|up|nearly|more|no|many|at|in|during|after|under|since|there|like|because|through|until|without|instead)\b",
    re.I,
)
_SURE = re.compile(
    r"\b(?:said|says?|told|thinks?|believe[ds]?|according to|per)$",
    re.I,
)
"""Cues whose content is a clause even if its verb can only be guessed."""

_STRONG = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do"
    r"|isn't|wasn't|won't|don't|didn't)\b|n[’']t\b"
)
_LOWERED = frozenset(
    """
    a all an analysts another any astronomers authorities both campaigners children companies
    company consumers critics doctors dozens each earlier engineers every experts few
    firefighters government he her his humans hundreds in investigators it its lawmakers lawyers
    many media men ministers most my no none now observers officials one opponents organizers
    other our parents passengers people police prosecutors protesters reports rescuers
    researchers residents scholars scientists senators several she soldiers some sources
    students studies such supporters sustained teachers that the their there these they this
    those thousands three to today tomorrow troops two users voters we what when while witnesses
    women workers yesterday you your
    """.split()
)
"""Words that begin with a capital only because they begin a sentence."""

_COMMON = re.compile(r"[A-Z][a-z]*(?:tions?|ments?|ings|ists|ous|ive|ial|eral|ther|tary) [a-z]")
"""Endings of words that are no names."""

PRONOUNS = {"he": ("his", "him"), "she": ("her", "her"), "they": ("their", "them")}
"""Possessive and object of each."""

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do"
    r"|[a-z]{3,}ed|isn't|wasn't|won't|don't|didn't|[a-z]{2,}s)\b|n[’']t\b"
)
_RELATIVE = frozenset("who whom which that whose i you we me us my our your one it".split())
_PLURAL = re.compile(r"(?:[a-z]+s|people|police|men|women|children|media)$")
_SINGULAR = re.compile(r"(?:ss|us|is|ics|news|series)$")
_SHORT_REST = re.compile(r"[^,;:—–()\"“”]{0,45}$")
_NARRATIVE = re.compile(
    r"(?:But|And|However|Also|Then|Later|Meanwhile|In|On|At|After|Before|As|When|While|If|For|So"
    r"|Because|Although|Despite|According|Instead|Yet|Still|Thus|Or|Nor|\w+ing|\w+ly)\b"
)
"""How sentences begin that do not go well after "that"."""

_NOUNS = re.compile(
    r"(?!.*\b(?:is|are|was|were|has|have|had|will|would|as|to be)\b)"
    r"(?:the|a|an|his|her|their|its|this|these|all|any|such|[A-Z]\w+)\b(?: [\w’'-]+){0,11}$",
    re.I,
)
"""A noun phrase, as far as can be seen, if it stands after a verb that takes a thing."""

_MARKS = "\"'“”‘’«»"


class Words(NamedTuple):
    """A content without what its place in the sentence asks for: "that", marks, the last stop.

    `opening` is empty for a clause, also for one that ends in quoted words.
    """

    start: int
    end: int
    opening: str
    stop: str
    closing: str


class Simple(NamedTuple):
    """An attribution that can be said in another way: where, and what of it is kept."""

    start: int
    end: int
    source: tuple[int, int]
    words: Words
    form: str
    plural: bool


def maybe_simple(article: dict[str, Any], index: int, *, thing: bool = False) -> Simple | None:
    """One attribution of an article in its parts; None where it is not in a simple form.

    Its content is a quotation or a clause, or with `thing` a short noun phrase.
    """
    quote, text = article["quotes"][index], article["text"]
    if any(len(quote[role]) != 1 for role in ("source", "cue", "content")):
        return None
    parts = sorted((*quote[role][0], role) for role in ("source", "cue", "content"))
    region = _region(text, parts)
    source = maybe_source(text, *quote["source"][0])
    words = maybe_words(text, *quote["content"][0])
    if region is None or source is None or words is None:
        return None
    cue = text[slice(*quote["cue"][0])]
    if thing:
        if words.opening or words.closing or not _NOUNS.match(text[words.start : words.end]):
            return None
    elif not words.opening and not is_clause_of(text, quote, words):
        return None
    plural = is_plural(text[source[0] : source[1]])
    return Simple(*region, source, words, form_of(cue), plural)


def _region(text: str, parts: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """From the first part to the last, with short other words of the sentence around them."""
    first, last = parts[0][0], parts[-1][1]
    if last - first > 900 or "\n" in text[first:last]:
        return None
    gaps = [text[a[1] : b[0]] for a, b in pairwise(parts)]
    if not all(_SHORT_REST.match(gap.strip(" ,:")) for gap in gaps):
        return None
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    paragraph = text[start : end if end >= 0 else len(text)]
    sentences = [(start + s.start, start + s.end) for s in split_sentences(paragraph)]
    before = next((a for a, b in sentences if a <= first < b), None)
    after = next((b for a, b in sentences if a < last <= b), None)
    if before is None or after is None:
        return None
    head, tail = text[before:first].strip(), text[last:after].rstrip(_MARKS).strip()
    if head.strip(_MARKS) and not re.match(r"[^,;:—–()\"“”]{0,40},$", head):
        return None
    if tail.strip("."):
        if not (tail.endswith(".") and _SHORT_REST.match(tail)):
            return None
        last = text.rindex(".", last, after)
    return (first if not head.strip(_MARKS) else before), last


def maybe_source(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A source that can stand elsewhere, without the comma that closes its apposition."""
    words = text[start:end].rstrip(", ")
    plain = words.lower()
    if plain in _RELATIVE or plain in {"his", "her", "their", "its"} or len(words.split()) > 16:
        return None
    if not words or words.endswith(("'s", "’s", "s'", "s’")) or not words[0].isalnum():
        return None
    if any(mark in words for mark in '"“”:;\n') or plain in PRONOUNS:
        return (start, start + len(words)) if plain in PRONOUNS else None
    if words[0].islower() and " " not in words and not is_plural(words):
        return None
    return start, start + len(words)


def maybe_words(text: str, start: int, end: int) -> Words | None:
    """The words of a content; None if its marks do not come in pairs."""
    start += len("that ") * (text[start : start + 5].lower() == "that ")
    content = text[start:end]
    quotations = [q for q in find_quotations(content) if not q.depth]
    if any(not q.closed or len(q.opener) != 1 or len(q.closer) != 1 for q in quotations):
        return None
    if sum(content.count(mark) for mark in '"“”') != sum(
        (content[q.span.start] in '"“”') + (content[q.span.end - 1] in '"“”') for q in quotations
    ):
        return None
    opening = closing = ""
    if quotations and quotations[-1].span.end == len(content):
        closing, end = content[-1], end - 1
        if quotations[-1].span.start == 0:
            opening, start = content[0], start + 1
    stop = text[end - 1] if text[end - 1] in ".,?!" and text[end - 2] not in ".?!" else ""
    words = Words(start, end - len(stop), opening, stop, closing)
    return words if words.end - words.start > 8 else None


def is_clause_of(text: str, quote: dict[str, Any], words: Words) -> bool:
    """Whether the content of a quote is known to be a clause with a subject and a verb."""
    clause, begin = text[words.start : words.end], quote["content"][0][0]
    cue = text[slice(*quote["cue"][0])]
    that = text[begin : begin + 5].lower() == "that "
    if not (that or _SAYING.search(cue)) or words.stop in ("?", "!"):
        return False
    strong = bool(_STRONG.search(clause)) or bool(_SURE.search(cue) and FINITE.search(clause))
    if not strong or not (that or is_clause(clause)) or len(split_sentences(clause)) != 1:
        return False
    return ": " not in clause and (clause[0].isalnum() or clause[0] == "$")


def form_of(cue: str) -> str:
    """The form verbs of the same tense as a cue have; past where the cue does not tell."""
    last = cue.rsplit(maxsplit=1)[-1].lower() if cue.split() else ""
    if cue.split()[:1] and len(cue.split()) == 1 and last.endswith("s"):
        return "third"
    return "third" if last in {"say", "believe", "think", "claim", "argue", "hope"} else "past"


def is_plural(source: str) -> bool:
    """Whether a source takes a verb in the plural: "they", "officials", "X and Y"."""
    head = re.split(r",| (?:of|in|at|from|with|for|who|that|on|by|to|near)\b", source)[0]
    last = head.split()[-1] if head.split() else ""
    if head.lower() == "they" or re.match(
        r"(?:many|some|several|few|both|two|three)\b", head, re.I
    ):
        return True
    if re.fullmatch(r"[A-Z]\w*(?:ians|icans|eans|crats|ists)", head):
        return True
    if re.search(r"[A-Z][\w.]* and (?:the |[A-Z])", head):
        return True
    plain = last[:1].islower() or (head.lower() == last.lower() and last.lower() in _LOWERED)
    return bool(plain and _PLURAL.match(last.lower()) and not _SINGULAR.search(last))


def is_clause(words: str) -> bool:
    """Whether words have a subject and a verb, as far as can be seen."""
    finite = FINITE.search(" ".join(words.split()[1:])) is not None
    return finite and not _NOT_CLAUSE.match(words) and "?" not in words


def maybe_plain(
    text: str, start: int, end: int, *, marks: bool = False, own: bool = False
) -> Words | None:
    """A sentence that nobody says, as the words of a content; None if it would not do.

    `marks` allows for quotation marks in it, `own` for a speaker who speaks of themselves.
    """
    sentence = text[start:end]
    long = 420 if marks else 220
    usual = 30 < len(sentence) < long and sentence[0].isupper() and not sentence.isupper()
    if not usual or any(c in sentence for c in "‘:;()[]!?\n—"):
        return None
    if not marks and (sentence[-1] != "." or any(c in sentence for c in '"“”')):
        return None
    if _NARRATIVE.match(sentence) or not is_clause(sentence[:-1]):
        return None
    if not own and re.search(r"\b(?:I|we|my|our|you)\b", sentence):
        return None
    words = maybe_words(text, start, end)
    return words if words and words.stop == "." and not words.opening else None


def lowered(text: str) -> str:
    """The words with a small letter first if only the sentence's beginning made it large."""
    first = re.match(r"[\w’']*", text)
    word = first[0] if first else ""
    if word.lower() in _LOWERED or _COMMON.match(text):
        return text[:1].lower() + text[1:]
    return text
