"""Names in a text: capitalised runs, taken apart into titles, offices and the name itself.

A run is a stretch of capitalised words with the small words that may stand inside a name. What
stands before the name ("Infrastructure Minister", "the US actor") describes its bearer and is
kept as offices; a possessive ends a run ("Labour's | Yvette Cooper").
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.speakers.acronyms import find_introductions
from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    COUNTRIES,
    DEMONYMS,
    GROUP_HEADS,
    NAME_LINKS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACES,
    STOP,
    SUFFIXES,
    THING_WORDS,
)
from onrecord.text.folding import fold_word

NameKind = Literal["person", "organisation", "place", "unknown"]

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr)(?=\.)|(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|[^\W_]+(?:[’'ʼ.&/‑–-](?=[^\W_])[^\W_]+)*(?:(?<=s)[’'](?!\w))?|&"
)
_GAP = re.compile(r"\.?[ \u00a0]{1,2}|\.")
_DOTTED = frozenset(
    """mr mrs ms dr prof sen rep gov gen lt col maj capt sgt st rev hon jr sr adm cmdr det insp supt
    const cllr atty""".split()
)
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)
_OWNED = frozenset(
    """people's women's men's children's workers' teachers' bishops' sheriff's governor's
    attorney general's general's mayor's president's king's queen's prince's officers' nurses'
    students' mothers' veterans' lawyers' journalists' writers' players' farmers' parents' citizens'
    nurse's patients' consumers' peoples' prosecutor's coroner's king’s""".split()
)
_AMBIGUOUS_SURNAMES = frozenset(
    """king bishop major judge pope prince marshal dean duke earl baron knight page cook parson
    deacon chancellor lord chambers mayor pilot warden master farmer mason priest rector doctor
    whip singer driver baker monk abbot constable sergeant captain painter canon chief coach
    model miner guard potter shepherd gardner minister teacher lawyer""".split()
)


class Token(NamedTuple):
    """A word of a run: as printed without its possessive, folded, with its place."""

    text: str
    key: str
    start: int
    end: int
    possessive: bool


class Name(NamedTuple):
    """A name as it stands in a text.

    `span` is the name without what describes its bearer; `run` takes that in; `text` is the name
    as printed, `keys` its words folded; `offices` the describing words before it, folded;
    `possessive` tells "Hall's", `article` that "the" stands before.
    """

    span: Span
    run: Span
    text: str
    keys: tuple[str, ...]
    offices: tuple[str, ...]
    kind: NameKind
    possessive: bool
    article: bool = False


def find_names(text: str, common: frozenset[str] | None = None) -> tuple[Name, ...]:
    """Names of `text` in order.

    `common` are words the wider text has in lower case, which a capital at the start of a
    sentence does not make a name; read from `text` itself where not given.

    >>> [(n.text, n.offices) for n in find_names("Infrastructure Minister Jonas Weil left Oslo.")]
    [('Jonas Weil', ('infrastructure', 'minister')), ('Oslo', ())]
    """
    plain = words_in_lower_case(text) if common is None else common
    runs = _runs(text)
    alone = frozenset(run[0].key for run in runs if len(run) == 1)
    found = (_name_of(text, _without_opener(text, run, plain), alone) for run in runs)
    return _with_introduced(text, [name for name in found if name is not None])


def _with_introduced(text: str, names: list[Name]) -> tuple[Name, ...]:
    """The names, each long name that an acronym in brackets spells taken whole."""
    longs = [i.long for i in find_introductions(text)]
    if not longs:
        return tuple(names)
    kept = [n for n in names if not any(n.run.overlaps(long) for long in longs)]
    for long in longs:
        printed = " ".join(long.of(text).split())
        keys = tuple(fold_name(w) for w in re.split(r"[ ,]+", printed))
        kept.append(Name(long, long, printed, keys, (), "organisation", False))
    return tuple(sorted(kept, key=lambda n: n.span))


def words_in_lower_case(text: str) -> frozenset[str]:
    """Every word that `text` prints in lower case at least once."""
    return frozenset(re.findall(r"(?<![\w’'-])[a-zß-ÿ]{2,}(?![\w’'-])", text))


def starts_sentence(text: str, offset: int) -> bool:
    """Whether a word at `offset` is the first of a sentence, a heading or a quotation."""
    before = text[max(0, offset - 6) : offset].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:;\n“\"‘'([—–•*" or before.endswith(("''", "``"))


def fold_name(word: str) -> str:
    """A word of a name for comparing: folded, without dots and possessive."""
    return _POSSESSIVE.sub("", fold_word(word)).replace(".", "").strip("'-")


def _runs(text: str) -> list[list[Token]]:
    """Stretches of capitalised words, with the small words between them."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    pending: list[Token] = []
    last: Token | None = None
    for match in _TOKEN.finditer(text):
        token = _token(match)
        near = last is not None and _joins(text, last, token)
        if not near or (last is not None and last.possessive and not _owns(last, token)):
            if run:
                runs.append(run)
            run, pending = [], []
        last = token
        opener = token.text[0].isupper() and (len(token.text) < 2 or not token.text.isupper())
        if run and token.key in STOP and opener and token.key not in _MONTHLIKE:
            runs.append(run)
            run, pending = [], []
        if _is_capitalised(token.text):
            if run and pending and not _links(run, pending, token):
                runs.append(run)
                run, pending = [], []
            run += pending if run else []
            run.append(token)
            pending = []
        elif run and len(pending) < 3 and (token.key in PARTICLES or token.key in NAME_LINKS):
            pending.append(token)
        else:
            if run:
                runs.append(run)
            run, pending = [], []
    if run:
        runs.append(run)
    return runs


def _token(match: re.Match[str]) -> Token:
    """A token from its match."""
    printed = match.group()
    marked = "'" in printed or "’" in printed
    bare = _POSSESSIVE.sub("", printed).rstrip("’'") if marked else printed
    folded = bare.lower() if bare.isascii() else fold_word(bare)
    key = folded.replace(".", "") if len(bare) > 2 else folded.strip(".")
    return Token(bare, key, match.start(), match.start() + len(bare), bare != printed)


def _joins(text: str, last: Token, token: Token) -> bool:
    """Whether two tokens stand in one run: a space between them, a dot only after a short form."""
    end = last.end
    if last.possessive:
        end += 2 if text[last.end + 1 : last.end + 2] in {"s", "S"} else 1
    gap = text[end : token.start]
    if not _GAP.fullmatch(gap):
        return False
    return not gap.startswith(".") or last.key in _DOTTED


def _owns(last: Token, token: Token) -> bool:
    """Whether a possessive belongs inside a name ("Sheriff's Office")."""
    return fold_word(last.text) + "'s" in _OWNED or fold_word(last.text) + "'" in _OWNED and (
        token.key in ORGANISATION_WORDS
    )


def _is_capitalised(word: str) -> bool:
    """Whether a word may be part of a name by its capitals ("Lee", "O'Brien", "al-Sisi", "iPad")."""
    if word[0].isupper():
        return True
    if word.islower():
        return False
    if re.match(r"(?:al|el|ad|an|ar|as|at|ash|az|d|l)[-’'‑][^\W\d_]", word):
        return word[re.match(r"\w+.", word).end()].isupper()  # type: ignore[union-attr]
    camel = word[0].islower() and any(c.isupper() for c in word[1:])
    return camel and len(word) > 2 and "-" not in word and "." not in word


def _links(run: list[Token], pending: list[Token], token: Token) -> bool:
    """Whether small words between two capitalised ones are inside one name."""
    keys = [p.key for p in pending]
    if all(k in PARTICLES for k in keys) and "la" not in keys[1:]:
        return True
    if keys[0] == "and" or keys[0] == "&":
        return keys[0] == "&" or _is_and_inside(run, token)
    if keys[0] in {"of", "for", "on", "in", "to", "the"}:
        head = run[-1].key
        if keys[0] in {"in", "to", "the", "on"}:
            return head in ORGANISATION_WORDS and keys[0] in {"on", "to"} and len(keys) == 1
        heads = ORGANISATION_WORDS | OFFICES | _OF_HEADS
        inside = any(t.key in NAME_LINKS for t in run) and any(
            t.key in ORGANISATION_WORDS for t in run
        )
        return (head in heads or (inside and keys == ["of"])) and token.key not in STOP
    return False


_GENERIC = frozenset("national royal federal international house senate marine maritime".split())
_MONTHLIKE = frozenset("may april june august mark will new old first second best second".split())
"""Stop words that do stand inside names."""

_OF_HEADS = frozenset(
    """bank house reporters doctors centers centres friends sons daughters knights institutes
    institutes ministers members states chamber court speaker duke earl prince archbishop bishop
    head ministries secretary rights victims mothers citizens students""".split()
)


def _is_and_inside(run: list[Token], token: Token) -> bool:
    """Whether "and" joins words of one organisation's name ("Food and Drug Administration")."""
    if run[0].key in _GENERIC and not any(t.key in ORGANISATION_WORDS for t in run[1:]):
        return True
    if len(run) > 1 and not any(t.key in ORGANISATION_WORDS or t.key in NAME_LINKS for t in run):
        return False
    abstract = ("tion", "ment", "ity", "ics", "ing", "ure", "ence", "ance", "ism", "ice", "ology")
    known = {"food", "drug", "control", "health", "trade", "culture", "sport", "sports", "science"}
    return all(t.endswith(abstract) or t in known for t in (run[-1].key, token.key))


def _without_opener(text: str, run: list[Token], plain: frozenset[str]) -> list[Token]:
    """The run without a first word that has its capital from the start of a sentence."""
    while run:
        first = run[0]
        key = first.key
        if len(run) > 1 and (f"{key} {run[1].key}" in PLACES or _is_named_new(run)):
            return run
        opens = starts_sentence(text, first.start)
        if first.possessive and len(run) > 1:
            return run
        if key in STOP and not _is_abbreviation(first.text, opens):
            run = run[1:]
            continue
        short = _is_abbreviation(first.text, opens)
        if opens and not short and key in plain and key not in OFFICES | OFFICE_MODIFIERS | DEMONYMS:
            if len(run) == 1:
                return []
            if not _elsewhere(text, run):
                run = run[1:]
                continue
        break
    while run and (run[-1].key in NAME_LINKS | PARTICLES and not run[-1].text[0].isupper()):
        run = run[:-1]
    return run


def _is_abbreviation(word: str, opens: bool) -> bool:
    """Whether a word in capitals is an abbreviation ("US", "WHO") and no pronoun."""
    return word.isupper() and len(word) > 1 and ("." in word or len(word) > 2 or not opens)


def _is_named_new(run: list[Token]) -> bool:
    """Whether "New" or "Old" belongs to a longer name ("New Scientist")."""
    return run[0].key in {"new", "old"} and run[1].text[0].isupper() and run[1].key not in STOP


def _elsewhere(text: str, run: list[Token]) -> bool:
    """Whether the run stands capitalised inside a sentence too."""
    printed = text[run[0].start : run[-1].end]
    at = text.find(printed)
    while at >= 0:
        if not starts_sentence(text, at):
            return True
        at = text.find(printed, at + 1)
    return False


def _name_of(text: str, run: list[Token], alone: frozenset[str]) -> Name | None:
    """The name a run holds, if it holds more than an office or an adjective.

    `alone` are words that stand alone as names in the text, as surnames do.
    """
    offices, core = _split_offices(run, alone)
    if not core:
        offices, core = [], _organisation_of(run)
        run = core
    if not core or (len(core) == 1 and core[0].key in DEMONYMS - COUNTRIES):
        return None
    kind = _kind(core, offices)
    span = Span(core[0].start, core[-1].end)
    before = offices if kind == "place" else (*_words_before(text, run[0].start), *offices)
    if before and not offices and kind != "place":
        kind = "organisation" if before[-1] in APPOSED_HEADS else kind
    return Name(
        span=span,
        run=Span(run[0].start, span.end),
        text=" ".join(span.of(text).split()),
        keys=tuple(fold_name(t.text) for t in core),
        offices=tuple(before),
        kind=kind,
        possessive=core[-1].possessive,
        article=text[max(0, run[0].start - 4) : run[0].start].casefold() == "the ",
    )


def _organisation_of(run: list[Token]) -> list[Token]:
    """The organisation or place after an office without a name ("President of the Union")."""
    at = next((i for i, t in enumerate(run) if t.key in {"of", "for"}), len(run))
    core = run[at + 2 :] if at + 1 < len(run) and run[at + 1].key == "the" else run[at + 1 :]
    placed = " ".join(t.key for t in core) in PLACES | COUNTRIES
    return core if placed or any(t.key in ORGANISATION_WORDS for t in core) else []


def _split_offices(run: list[Token], alone: frozenset[str]) -> tuple[list[str], list[Token]]:
    """Describing words at the head of a run, and the name after them."""
    cut = _office_end(run, alone)
    while cut < len(run) and run[cut].key in NAME_LINKS and not run[cut].text[0].isupper():
        cut += 1
    return [t.key for t in run[:cut]], run[cut:]


def _office_end(run: list[Token], alone: frozenset[str]) -> int:
    """How many tokens at the head of a run are titles, offices and their modifiers."""
    while len(run) > 2 and run[-1].key in SUFFIXES:
        run = run[:-1]
    last = -1
    for i, token in enumerate(run):
        if _is_office(token.key):
            last = i
    if last < 0 or (last == len(run) - 1 and _is_surname(run)):
        return 0
    if last == len(run) - 1:
        return 0 if _ends_name(run) else len(run)
    rest = run[last + 1 :]
    if rest[0].key in {"of", "for"}:
        return last + 1 + _of_phrase(rest, alone)
    if any(t.key in ORGANISATION_WORDS for t in rest) or rest[0].key in NAME_LINKS:
        return 0
    return last + 1


def _ends_name(run: list[Token]) -> bool:
    """Whether a run that ends in an office word is a name: "Department of Justice", a team."""
    if len(run) > 1 and run[-2].key in NAME_LINKS:
        return True
    plain = OFFICE_MODIFIERS | DEMONYMS | OFFICES | ORGANISATION_WORDS
    return run[-1].key not in OFFICES and any(t.key not in plain for t in run[:-1])


def _is_office(key: str) -> bool:
    """Whether a word is an office: as listed, in the plural ("Coaches"), or coming ("-elect")."""
    if key in OFFICES or key.removesuffix("-elect").removesuffix("-designate") in OFFICES:
        return True
    return key not in ORGANISATION_WORDS and (
        key.removesuffix("s") in OFFICES or key.removesuffix("es") in OFFICES
    )


def _of_phrase(rest: list[Token], alone: frozenset[str]) -> int:
    """Length of "of the United States" before a person's name; all of `rest` if no name follows."""
    start = 2 if len(rest) > 1 and rest[1].key == "the" else 1
    body = rest[start:]
    for n in (4, 3, 2):
        if " ".join(t.key for t in body[:n]) in PLACES:
            return start + n
    if len(body) > 1 and body[0].key in COUNTRIES | _DEPARTMENTS and body[1].key not in NAME_LINKS:
        return start + 1
    ends = (
        i for i, t in enumerate(body) if t.key in ORGANISATION_WORDS or t.key in NAME_LINKS
    )
    named = len(body) - 1 - max(ends, default=-1)
    if named == 2 and len(body) > 2:
        return len(rest) - 2
    known = len(body) > 2 and named > 2 and body[-1].key in alone
    return len(rest) - 2 if known else len(rest)


_DEPARTMENTS = frozenset(
    """state defense defence treasury commerce labor labour education energy health agriculture
    justice interior war transportation transport finance""".split()
)


def _is_surname(run: list[Token]) -> bool:
    """Whether a last word that could be an office is somebody's surname ("Stephen King")."""
    if len(run) not in {2, 3} or run[-1].key not in _AMBIGUOUS_SURNAMES:
        return False
    telling = OFFICE_MODIFIERS | DEMONYMS | OFFICES | COUNTRIES | ORGANISATION_WORDS
    return not any(t.key in telling for t in run[:-1])


def _kind(core: list[Token], offices: list[str]) -> NameKind:
    """What a name names, by its words."""
    keys = [t.key for t in core]
    joined = " ".join(keys)
    if joined in PLACES or (len(keys) == 1 and keys[0] in COUNTRIES):
        return "place"
    if keys[-1] in THING_WORDS or keys[0] in {"hurricane", "typhoon", "cyclone", "operation"}:
        return "unknown"
    if any(k in ORGANISATION_WORDS for k in keys) or keys[0] in DEMONYMS | GROUP_HEADS:
        return "organisation"
    if any(k in NAME_LINKS and k not in PARTICLES for k in keys):
        return "organisation"
    if any(o in OFFICES for o in offices):
        return "person"
    if any(_is_code(t.text) for t in core) and len(core) > 1:
        return "unknown"
    if len(core) == 1:
        word = core[0].text
        return "organisation" if len(word) > 1 and word.isupper() else "unknown"
    if all(t.text.isupper() and len(t.text) > 3 for t in core):
        return "unknown"
    return "person" if 2 <= len(core) <= 5 else "organisation"


def _is_code(word: str) -> bool:
    """Whether a word is an abbreviation or holds a digit, as no part of a person's name does."""
    return any(c.isdigit() for c in word) or (len(word) > 2 and word.isupper() and "." not in word)


_TAIL_WORDS = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[ \u00a0]){1,4}$")


def _words_before(text: str, start: int) -> tuple[str, ...]:
    """Office words in lower case right before a name ("spokeswoman Mara Lindqvist")."""
    tail = _TAIL_WORDS.search(text, max(0, start - 60), start)
    if tail is None:
        return ()
    got: list[str] = []
    for word in reversed(tail.group().split()):
        key = fold_word(word)
        if not got and key not in OFFICES | APPOSED_HEADS:
            break
        if got and key not in OFFICES | OFFICE_MODIFIERS | DEMONYMS:
            break
        got.append(key)
    return tuple(reversed(got))
