"""Runs of capitalised words: where a text may hold a name.

A run takes in the small words that may stand inside a name ("Lucinda de Almeida", "Ministry of
Health") and ends at a possessive ("Labour's | Ann Moe"). A word that has its capital only
because it opens a sentence is no part of one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.speakers.lexicon import (
    DEMONYMS,
    NAME_LINKS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACES,
    SHORT_OFFICES,
    STOP,
)
from onrecord.text.folding import fold_word

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr)(?=\.)|(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|"
    r"[^\W_]+(?:[’'ʼ.&/‑–-](?=[^\W_])[^\W_]+)*(?:(?<=s)[’'](?!\w))?|&"
)
_GAP = re.compile(r"\.?[ \u00a0]{1,2}|\.")
_DOTTED = frozenset(SHORT_OFFICES) | frozenset("mr mrs ms st hon jr sr".split())
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)
_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|at|ash|az|d|l)[-’'‑](?=[^\W\d_])")

_OWNERS = frozenset(
    """people women men children workers teachers bishops sheriff governor general mayor president
    king queen prince officers nurses nurse students mothers veterans lawyers journalists writers
    players farmers parents citizens patients consumers prosecutor coroner attorney""".split()
)
"""Whoever may own a part of an organisation's name ("Sheriff's Office", "People's Party")."""

_INSIDE = frozenset(
    """may april june august mark will new old first second best police people women men
    children""".split()
)
"""Words that open sentences and yet stand inside names."""

_OF_HEADS = frozenset(
    """bank house reporters doctors centers centres friends sons daughters knights institutes
    ministers members states chamber court speaker duke earl prince archbishop bishop head
    ministries secretary rights victims mothers citizens students""".split()
)
"""Words after which "of" goes on with the same name, organisations and offices apart."""

_GENERIC = frozenset("national royal federal international house senate marine maritime".split())
_ADJECTIVE = re.compile(
    r"[^\W_].*-(?:based|led|born|backed|owned|run|style|flagged|made|funded|listed|trained"
    r"|sponsored|controlled|occupied|wide|era)$"
)
"""Adjectives made of a name: "the Boston-based firm"."""

_ADJECTIVE_AFTER = re.compile(r"\.?-(?:based|led|born|backed|owned|run|style|flagged|made)\b")
_ABSTRACT = ("tion", "ment", "ity", "ics", "ing", "ure", "ence", "ance", "ism", "ice", "ology")
_FIELDS = frozenset(
    "food drug control health trade culture sport sports science sciences arts".split()
)


class Token(NamedTuple):
    """A word of a run: as printed without its possessive, folded, with its place."""

    text: str
    key: str
    start: int
    end: int
    possessive: bool


def find_runs(text: str, plain: frozenset[str]) -> list[list[Token]]:
    """Runs of `text` in order; `plain` are words it also prints in lower case.

    >>> runs = find_runs("Later Ann de Wit’s Bank of Oslo said no.", frozenset())
    >>> [" ".join(token.text for token in run) for run in runs]
    ['Ann de Wit', 'Bank of Oslo']
    """
    runs = (_without_opener(text, run, plain) for run in _capitalised(text))
    return [run for run in runs if run]


def words_in_lower_case(text: str) -> frozenset[str]:
    """Every word that `text` prints in lower case at least once."""
    return frozenset(re.findall(r"(?<![\w’'-])[a-zß-ÿ]{2,}(?![\w’'-])", text))


def starts_sentence(text: str, offset: int) -> bool:
    """Whether a word at `offset` is the first of a sentence, a heading or a quotation."""
    before = text[max(0, offset - 6) : offset].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:;\n“\"‘'([—–•*" or before.endswith(("''", "``"))


def fold_name(word: str) -> str:
    """A word of a name for comparing: folded, without dots and possessive.

    >>> fold_name("Gálvez’s")
    'galvez'
    """
    return _POSSESSIVE.sub("", fold_word(word)).replace(".", "").strip("'-")


def _capitalised(text: str) -> list[list[Token]]:
    """Stretches of capitalised words, with the small words between them."""
    runs: list[list[Token]] = [[]]
    pending: list[Token] = []
    last: Token | None = None
    for match in _TOKEN.finditer(text):
        token = _token(match)
        if last is None or not _goes_on(text, last, token) or _breaks(token):
            runs.append([])
            pending = []
        last = token
        if _is_capitalised(token.text) and not _is_adjective(text, token):
            if runs[-1] and pending and not _links(text, runs[-1], pending, token):
                runs.append([])
            runs[-1] += [*pending, token] if runs[-1] else [token]
            pending = []
        elif runs[-1] and len(pending) < 3 and token.key in PARTICLES | NAME_LINKS:
            pending.append(token)
        else:
            runs.append([])
            pending = []
    return [run for run in runs if run]


def _token(match: re.Match[str]) -> Token:
    """A token from its match."""
    printed = match.group()
    marked = "'" in printed or "’" in printed
    bare = _POSSESSIVE.sub("", printed).rstrip("’'") if marked else printed
    folded = bare.lower() if bare.isascii() else fold_word(bare)
    key = folded.replace(".", "") if len(bare) > 2 else folded.strip(".")
    return Token(bare, key, match.start(), match.start() + len(bare), bare != printed)


def _goes_on(text: str, last: Token, token: Token) -> bool:
    """Whether two tokens may stand in one run: a space between them, a dot after a short form."""
    end = last.end
    if last.possessive:
        if not _owns(last, token):
            return False
        end += 2 if text[last.end + 1 : last.end + 2] in {"s", "S"} else 1
    gap = text[end : token.start]
    return _GAP.fullmatch(gap) is not None and (not gap.startswith(".") or last.key in _DOTTED)


def _owns(last: Token, token: Token) -> bool:
    """Whether a possessive belongs inside a name ("Sheriff's Office")."""
    people = last.key in {"people", "women", "men", "children", "workers"}
    return last.key in _OWNERS and (people or token.key in ORGANISATION_WORDS)


def _breaks(token: Token) -> bool:
    """Whether a capitalised small word ends the run before it ("... Exchange The Indian ...")."""
    written = token.text[0].isupper() and (len(token.text) < 2 or not token.text.isupper())
    return written and token.key in STOP and token.key not in _INSIDE


def _is_capitalised(word: str) -> bool:
    """Whether a word's capitals allow it in a name ("Lee", "O'Brien", "al-Sisi", "iPad")."""
    if word[0].isupper():
        return True
    if word.islower():
        return False
    arabic = _ARABIC.match(word)
    if arabic is not None:
        return word[arabic.end()].isupper()
    return word[0].isalpha() and len(word) > 2 and "-" not in word and "." not in word


def _is_adjective(text: str, token: Token) -> bool:
    """Whether a word is an adjective made of a name ("Oslo-based", "U.S." of "U.S.-based")."""
    if "-" in token.text and _ADJECTIVE.match(token.text):
        return True
    return text.startswith((".-", "-"), token.end) and (
        _ADJECTIVE_AFTER.match(text, token.end) is not None
    )


def _links(text: str, run: list[Token], pending: list[Token], token: Token) -> bool:
    """Whether small words between two capitalised ones are inside one name."""
    keys = [p.key for p in pending]
    if all(k in PARTICLES for k in keys) and "la" not in keys[1:]:
        return True
    if keys[0] in {"and", "&"}:
        return keys[0] == "&" or _is_and_inside(run, token) or _is_long_name(text, run, token)
    head = run[-1].key
    if keys[0] in {"on", "to"}:
        return head in ORGANISATION_WORDS and len(keys) == 1
    if keys[0] not in {"of", "for"} or token.key in STOP:
        return False
    inside = any(t.key in NAME_LINKS for t in run) and _names_organisation(run)
    return head in ORGANISATION_WORDS | OFFICES | _OF_HEADS or (inside and keys == ["of"])


def _is_and_inside(run: list[Token], token: Token) -> bool:
    """Whether "and" joins words of one organisation's name ("Food and Drug Administration")."""
    if run[0].key in _GENERIC and not _names_organisation(run[1:]):
        return True
    if len(run) > 1 and not _names_organisation(run) and not any(t.key in NAME_LINKS for t in run):
        return False
    return all(t.endswith(_ABSTRACT) or t in _FIELDS for t in (run[-1].key, token.key))


_REST = re.compile(r"(?:[A-Z][\w’'-]*[ ,]?){1,3}")


def _is_long_name(text: str, run: list[Token], token: Token) -> bool:
    """Whether "the", two words and more, "and" and an organisation's end are all one name.

    So in "the Elm Peace and Human Rights Organisation", not in "Ann Moe and the Salt Company".
    """
    article = text[max(0, run[0].start - 4) : run[0].start].casefold() == "the "
    if not article or len(run) < 2 or _names_organisation(run):
        return False
    known = " ".join(t.key for t in run) in PLACES or run[-1].key in OFFICES
    rest = _REST.match(text, token.start)
    last = fold_word(rest.group().rstrip(" ,").split(" ")[-1]) if rest else ""
    return (
        not known
        and last in ORGANISATION_WORDS
        and rest is not None
        and " " in rest.group().strip()
    )


def _names_organisation(run: list[Token]) -> bool:
    """Whether any word of a run is one that organisations bear."""
    return any(t.key in ORGANISATION_WORDS for t in run)


def _without_opener(text: str, run: list[Token], plain: frozenset[str]) -> list[Token]:
    """The run without first words that have their capital from the start of a sentence."""
    while run and not _is_kept(text, run, plain):
        run = run[1:]
    return run


def _is_kept(text: str, run: list[Token], plain: frozenset[str]) -> bool:
    """Whether the first word of a run belongs to the name."""
    first, opens = run[0], starts_sentence(text, run[0].start)
    if len(run) > 1 and (first.possessive or _is_named_new(run)):
        return True
    short = _is_abbreviation(first.text, opens)
    if first.key in STOP:
        return short
    if not opens or short or first.key not in plain:
        return True
    if first.key in OFFICES | OFFICE_MODIFIERS | DEMONYMS:
        return True
    return len(run) > 1 and _stands_inside(text, text[first.start : run[-1].end])


def _is_abbreviation(word: str, opens: bool) -> bool:
    """Whether a word in capitals is an abbreviation ("US", "WHO") and no pronoun."""
    return word.isupper() and len(word) > 1 and ("." in word or len(word) > 2 or not opens)


def _is_named_new(run: list[Token]) -> bool:
    """Whether a first word that also opens sentences is a name's ("New Scientist")."""
    if f"{run[0].key} {run[1].key}" in PLACES:
        return True
    return run[0].key in {"new", "old"} and run[1].text[0].isupper() and run[1].key not in STOP


def _stands_inside(text: str, printed: str) -> bool:
    """Whether words stand capitalised inside a sentence too."""
    at = text.find(printed)
    while at >= 0 and starts_sentence(text, at):
        at = text.find(printed, at + 1)
    return at >= 0
