"""A small invented coverage, annotated by hand, that every report test can be built from.

Seven accounts of a library's closed reading room: a wire, its near copy, its reworded copy, two
accounts of their own, one behind a paywall, and one that holds nothing anybody said.

Articles are written with the annotation inside: `{c1:words}` is content of attribution 1, `{q1:}`
its cue, `{s1:}` its source, `{o1:}` words the article says in its own voice, `{f:label|words}`
furniture. `annotate` takes the annotation out and returns the offsets, so nothing is searched for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import (
    About,
    Article,
    Attribution,
    Cell,
    CopyMember,
    CopyPair,
    Findings,
    MatrixRow,
    Mention,
    Problem,
    Reason,
    Rendering,
    Span,
    Speaker,
    SpeakerRef,
    Statement,
    Substitution,
)
from onrecord.statements import diff_words

_OPEN = re.compile(r"\{([csqof]\d*):")


class Annotated(NamedTuple):
    """A text without its annotation, and the spans of each label in order."""

    text: str
    spans: dict[str, tuple[Span, ...]]
    furniture: tuple[tuple[Span, str], ...]


def annotate(marked: str) -> Annotated:
    """The text of an annotated text, and what was marked.

    >>> annotate("{s1:She} said {c1:no}.").spans
    {'s1': (Span(start=0, end=3),), 'c1': (Span(start=9, end=11),)}
    """
    text, stack, position = "", [], 0
    spans: dict[str, tuple[Span, ...]] = {}
    furniture: list[tuple[Span, str]] = []
    while position < len(marked):
        opening = _OPEN.match(marked, position)
        if opening:
            label, position = opening.group(1), opening.end()
            note = ""
            if label == "f":
                note, _, _ = marked[position:].partition("|")
                position += len(note) + 1
            stack.append((label, len(text), note))
        elif marked[position] == "}":
            label, start, note = stack.pop()
            if label == "f":
                furniture.append((Span(start, len(text)), note))
            else:
                spans[label] = (*spans.get(label, ()), Span(start, len(text)))
            position += 1
        else:
            text += marked[position]
            position += 1
    return Annotated(text, spans, tuple(furniture))


WIRE = """\
MARROW HILL — The reading room of the town library will stay shut until the autumn, {s1:its chief \
librarian, Ines Kovar,} {q1:said} {c1:on Tuesday}, {c2:“We closed the reading room because the \
roof had failed twice in one winter,”} {s2:Kovar} {q2:told} reporters on the steps of the building.

{s3:She} {q3:said} {c3:that {s4:the borough’s surveyor} had {q4:warned} in October {c4:that the \
timbers “would not carry another heavy snowfall”}}. Water came through above the periodicals on \
2 January and again on 9 February.

About 4,200 volumes were moved to the covered market overnight by staff and by pupils of the \
grammar school, who formed a chain across the square. None was lost, {q5:according to} {s5:the \
library}.

{s6:Tom Adeyemi, the councillor responsible for culture,} {q6:promised} {c6:that the repair would \
cost no more than 1.4 million crowns}. {c7:“Nobody here will have to choose between books and \
buses,”} {s7:he} {q7:added}. {c7:“That I can put in writing.”}

The council votes on 2 April. {s8:A group of readers} {q8:has called} the closure {c8:“a slow \
goodbye dressed up as a repair”}.
"""

HERALD = """\
For the second time this year the green doors on Castle Street stayed locked on Tuesday. {s1:Ines \
Kovar}, who has run the library for eleven years, did not look like somebody who had slept.

{c1:“We closed the reading room because the roof had failed twice,”} {s1:she} {q1:said}. {c2:“I \
would rather explain a locked door than a ceiling on a reader’s head.”}

The surveyor’s letter, which the Herald has seen, {q3:says} {c3:the timbers “would not carry \
another snowfall”} and asks for props {c3:“without delay”}. It is dated 14 October.

{s4:Mr Adeyemi} {q4:said} {c4:the bill would come to 1.6 million crowns}, and {q5:promised} {c5:to \
put it to the council on 2 April}.

{c6:‘It’s the third promise in four years,’} {s6:Ruta Blum of the Friends of the Library} \
{q6:said}. {c6:‘We have the other two framed.’}
"""

POST = """\
The reading room of the town library will stay shut until the autumn. {c1:“We closed the reading \
room because the roof had failed twice in one winter,”} {s1:chief librarian Ines Kovar} {q1:said}.

{s2:She} {q2:said} {c2:that {s3:the borough’s surveyor} had {q3:warned} in October {c3:that the \
timbers “would not carry another heavy snowfall”}}.

About 4,200 volumes were moved to the covered market overnight by staff and by pupils.

{s4:Councillor Tom Adeyemi} {q4:promised} {c4:that the repair would cost no more than 1.4 million \
crowns}. {c5:“Nobody here will have to choose between books and buses,”} {s5:he} {q5:added}.
"""

TODAY = """\
The study hall of the city book house will remain closed until the fall. {c1:“We shut the study \
hall because the ceiling had failed two times in one winter,”} {s1:Kovar} {q1:told} journalists.

She said that {s2:the borough’s inspector} had {q2:cautioned} {c2:that the beams would not carry \
another big snowfall}. {o1:The beams will not carry another big snowfall.}

Around 4,200 tomes were shifted to the covered bazaar during the night.

{c3:“No one here will need to pick between books and buses,”} {s3:Adeyemi} {q3:added}.

{f:stray byline|By Dorian Vale}
"""

REVIEW = """\
{o1:The roof failed twice}, and everybody on Castle Street knew it would. A reading room is not a \
luxury, whatever the council’s spreadsheets may hum to themselves at night.

{c1:‘Nobody has to choose between books and buses",} {s1:Councilor Adeyemy} {q1:assured} us. \
{s2:He} {q2:believes} {c2:the Friends are exaggerating}. Are they? {s3:Ines Kovar} \
{q3:is said to think} {c3:that a locked door is easier to explain than a collapsed ceiling}.

{s4:He} {q4:also hinted} {c4:that the market could house the books for good}.
"""

RADIO = """\
The reading room on Castle Street is shut until the autumn after its roof failed twice. To read \
the full story, sign in.
"""

GAZETTE = """\
Weather for Marrow Hill: dry until Thursday, then snow above 400 metres. The market opens at seven.
"""


class Said(NamedTuple):
    """One attribution to build: its number, kind, speaker key, and what it lies in."""

    number: int
    kind: str
    speaker: str | None
    inside: int | None = None
    type: str = "speech"


class Account(NamedTuple):
    """One article to build."""

    id: str
    marked: str
    said: tuple[Said, ...]
    outlet: str | None
    title: str
    published: str | None
    file: str
    byline: str | None = None
    url: str | None = None
    problems: tuple[Problem, ...] = ()


ACCOUNTS = (
    Account(
        "wire",
        WIRE,
        (
            Said(1, "indirect", "kovar"),
            Said(2, "direct", "kovar"),
            Said(3, "indirect", "kovar"),
            Said(4, "mixed", "surveyor", inside=3),
            Said(6, "indirect", "adeyemi"),
            Said(7, "direct", "adeyemi"),
            Said(8, "mixed", "readers"),
        ),
        "Upland Wire",
        "Library shuts reading room until autumn after roof fails twice",
        "2031-02-11",
        "wire.html",
        byline="Staff",
        url="https://upland-wire.example/2031/02/11/reading-room",
    ),
    Account(
        "herald",
        HERALD,
        (
            Said(1, "direct", "kovar"),
            Said(2, "direct", "kovar"),
            Said(3, "mixed", "surveyor"),
            Said(4, "indirect", "adeyemi"),
            Said(5, "indirect", "adeyemi"),
            Said(6, "direct", "blum"),
        ),
        "Marrow Herald",
        "“I would rather explain a locked door”",
        "2031-02-12T06:30:00Z",
        "herald.html",
        byline="Lene Asturias",
        url="https://herald.example/castle-street",
    ),
    Account(
        "post",
        POST,
        (
            Said(1, "direct", "kovar"),
            Said(2, "indirect", "kovar"),
            Said(3, "mixed", "surveyor", inside=2),
            Said(4, "indirect", "adeyemi"),
            Said(5, "direct", "adeyemi"),
        ),
        "Evening Post",
        "Reading room shut until autumn",
        "2031-02-12",
        "post.html",
    ),
    Account(
        "today",
        TODAY,
        (Said(1, "direct", "kovar"), Said(2, "indirect", "surveyor"), Said(3, "direct", "adeyemi")),
        "Ridge Today",
        "SHOCK as city book house CLOSES for good",
        "2031-02-13",
        "today.html",
        url="javascript:alert(1)",
    ),
    Account(
        "review",
        REVIEW,
        (
            Said(1, "direct", "adeyemi"),
            Said(2, "indirect", "adeyemi", type="attitude"),
            Said(3, "indirect", "kovar", type="attitude"),
            Said(4, "indirect", None),
        ),
        "Weekly Review",
        "A roof is a promise",
        "2031-02-14",
        "review.txt",
        byline="O. Marsh",
    ),
    Account(
        "radio",
        RADIO,
        (),
        "Valley Radio",
        "Reading room shut",
        "2031-02-12",
        "radio.html",
        problems=(Problem("paywalled", "the page shows the first lines only", article="radio"),),
    ),
    Account("gazette", GAZETTE, (), None, "Weather", None, "papers/gazette.txt"),
)

SPEAKERS = {
    "kovar": ("Ines Kovar", "person"),
    "adeyemi": ("Tom Adeyemi", "person"),
    "surveyor": ("the borough’s surveyor", "unnamed"),
    "readers": ("A group of readers", "group"),
    "blum": ("Ruta Blum", "person"),
}

CARRIED: tuple[tuple[str | None, tuple[tuple[str, int, str], ...]], ...] = (
    (
        "kovar",
        (
            ("wire", 2, "same"),
            ("herald", 1, "truncated"),
            ("post", 1, "same"),
            ("today", 1, "altered"),
            ("review", -1, "own-voice"),
        ),
    ),
    (
        "surveyor",
        (
            ("wire", 4, "same"),
            ("herald", 3, "altered"),
            ("post", 3, "same"),
            ("today", 2, "paraphrased"),
            ("today", -1, "own-voice"),
        ),
    ),
    (
        "adeyemi",
        (
            ("wire", 7, "same"),
            ("post", 5, "truncated"),
            ("today", 3, "altered"),
            ("review", 1, "altered"),
        ),
    ),
    (
        "kovar",
        (("herald", 2, "same"), ("review", 3, "paraphrased")),
    ),
    ("adeyemi", (("wire", 6, "same"), ("post", 4, "same"))),
    ("kovar", (("wire", 1, "same"),)),
    ("kovar", (("wire", 3, "same"), ("post", 2, "same"))),
    ("readers", (("wire", 8, "same"),)),
    ("adeyemi", (("herald", 4, "same"),)),
    ("adeyemi", (("herald", 5, "same"),)),
    ("blum", (("herald", 6, "same"),)),
    ("adeyemi", (("review", 2, "same"),)),
    (None, (("review", 4, "same"),)),
)
"""Statements by hand: the speaker, then article, number (minus: own voice), change."""

INDEPENDENT = {"wire": "wire", "post": "wire", "today": "wire"}
"""Copy groups: article to group."""


def build_coverage() -> Findings:
    """The findings of the coverage, as the pipeline would hand them over."""
    texts = {account.id: annotate(account.marked) for account in ACCOUNTS}
    articles = tuple(_article(account, texts[account.id]) for account in ACCOUNTS)
    attributions = tuple(_attributions(account, texts[account.id]) for account in ACCOUNTS)
    statements = tuple(_statement(n, *row, texts) for n, row in enumerate(CARRIED))
    return Findings(
        articles=articles,
        problems=(
            Problem("unreadable", "the file is a picture, not a page", file="scan-3.tif"),
            Problem("empty", "no text was found in the page", file="drafts/blank.html"),
            Problem(
                "unclosed-quote",
                'a quotation opens with ‘ and closes with "',
                article="review",
                span=texts["review"].spans["c1"][0],
            ),
        ),
        copies=_copies(),
        copy_pairs=(
            CopyPair("wire", "post", 0.91, "near", (Reason("3-gram containment", "", 0.91),)),
            CopyPair("wire", "today", 0.63, "reworded", (Reason("sentence twins", "", 0.63),)),
        ),
        attributions=attributions,
        speakers=_speakers(attributions, texts),
        statements=statements,
        matrix=tuple(_row(statement, articles) for statement in statements),
    )


def many_statements(number: int, articles: int = 3) -> Findings:
    """A coverage with so many statements, each carried by three articles in turn."""
    words = [f"“The gate is shut for the {n}th time,” the keeper said." for n in range(number)]
    text = "\n\n".join(words)
    spans, start = [], 0
    for line in words:
        spans.append(Span(start, start + line.index("”") + 1))
        start += len(line) + 2
    pile = tuple(Article(f"n{n}", text, "Shut", outlet=f"Paper {n}") for n in range(articles))
    keeper = SpeakerRef("keeper", "the keeper")
    carried = [tuple(pile[(n + k) % articles].id for k in range(3)) for n in range(number)]
    attributions: dict[str, list[Attribution]] = {article.id: [] for article in pile}
    for n, ids in enumerate(carried):
        for article in dict.fromkeys(ids):
            attributions[article].append(
                Attribution(f"q{n}", article, "direct", "speech", (spans[n],), speaker=keeper)
            )
    return Findings(
        pile,
        attributions=tuple(map(tuple, attributions.values())),
        speakers=(Speaker("keeper", "the keeper", "person", ()),),
        statements=tuple(
            Statement(
                f"n{n}",
                keeper,
                spans[n].of(text),
                tuple(Rendering(article, f"q{n}", (spans[n],)) for article in ids),
                len(set(ids)),
                len(set(ids)),
            )
            for n, ids in enumerate(carried)
        ),
    )


def build_about() -> About:
    """What the command would tell of itself."""
    return About(
        version="0.1.0",
        settings=(("copies.threshold", "0.5"), ("statements.threshold", "0.5")),
        inputs=tuple((a.file, f"{n:02x}" * 32) for n, a in enumerate(ACCOUNTS)),
        figures=(("Attributions found", "71 of 100"), ("Wrong source", "17 of 100")),
    )


def _article(account: Account, annotated: Annotated) -> Article:
    given = {"title": "h1", "outlet": "json-ld", "published": "meta", "byline": "visible line"}
    fields = ("title", "outlet", "published", "byline")
    return Article(
        id=account.id,
        text=annotated.text,
        title=account.title,
        url=account.url,
        outlet=account.outlet,
        published=account.published,
        byline=account.byline,
        file=account.file,
        signals=tuple((f, given[f]) for f in fields if getattr(account, f) is not None),
        furniture=annotated.furniture,
        problems=account.problems,
    )


def _attributions(account: Account, annotated: Annotated) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            id=f"{account.id}{said.number}",
            article=account.id,
            kind=said.kind,
            type=said.type,
            content=annotated.spans[f"c{said.number}"],
            cue=annotated.spans.get(f"q{said.number}", ()),
            source=annotated.spans.get(f"s{said.number}", ()),
            speaker=_ref(said.speaker),
            inside=f"{account.id}{said.inside}" if said.inside else None,
            why=(Reason("speech verb next to the words", score=0.9),),
        )
        for said in account.said
    )


def _ref(key: str | None) -> SpeakerRef | None:
    return SpeakerRef(key, SPEAKERS[key][0]) if key else None


def _statement(number, speaker, carried, texts) -> Statement:
    wording = _words(texts[carried[0][0]], carried[0][1])
    groups = {INDEPENDENT.get(article, article) for article, _, _ in carried}
    return Statement(
        id=f"st{number}",
        speaker=_ref(speaker),
        wording=wording,
        renderings=tuple(_rendering(wording, texts, *one) for one in carried),
        carriers=len({article for article, _, _ in carried}),
        independent=len(groups),
        why=(Reason("shared words", "weighted overlap", 0.8),) if len(carried) > 1 else (),
    )


def _spans(annotated: Annotated, number: int) -> tuple[Span, ...]:
    return annotated.spans[f"c{number}" if number > 0 else f"o{-number}"]


def _words(annotated: Annotated, number: int) -> str:
    return " ".join(span.of(annotated.text) for span in _spans(annotated, number))


def _rendering(wording, texts, article, number, change) -> Rendering:
    return Rendering(
        article=article,
        attribution=f"{article}{number}" if number > 0 else None,
        content=_spans(texts[article], number),
        own_voice=number < 0,
        change=change,
        diff=() if change == "same" else diff_words(wording, _words(texts[article], number)),
    )


def _copies() -> tuple[CopyMember, ...]:
    swaps = (
        Substitution("reading room", "study hall", 2),
        Substitution("library", "book house", 1),
        Substitution("roof", "ceiling", 1),
        Substitution("volumes", "tomes", 1),
    )
    why = (Reason("published first"), Reason("fullest text", "the copies lack what it has"))
    return (
        CopyMember("wire", "g1", None, independent=True, why=why),
        CopyMember("herald", "g2", None, independent=True),
        CopyMember(
            "post", "g1", "wire", independent=False, kind="near", why=(Reason("shared", "", 0.91),)
        ),
        CopyMember(
            "today",
            "g1",
            "wire",
            independent=False,
            kind="reworded",
            substitutions=swaps,
            why=(Reason("sentence twins", "5 of 6 sentences", 0.63),),
        ),
        CopyMember("review", "g3", None, independent=True),
        CopyMember("radio", "g4", None, independent=True),
        CopyMember("gazette", "g5", None, independent=True),
    )


def _speakers(attributions, texts) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(
            id=key,
            name=name,
            kind=kind,
            mentions=tuple(
                Mention(
                    article=one.article,
                    attribution=one.id,
                    printed=one.source[0].of(texts[one.article].text) if one.source else "",
                    why=(Reason("same name"),),
                )
                for group in attributions
                for one in group
                if one.speaker and one.speaker.id == key
            ),
            why=(Reason("misspelt name", "Adeyemy for Adeyemi", 0.93),) if key == "adeyemi" else (),
        )
        for key, (name, kind) in SPEAKERS.items()
    )


def _row(statement: Statement, articles: tuple[Article, ...]) -> MatrixRow:
    return MatrixRow(statement.id, tuple(_cell(statement, article) for article in articles))


def _cell(statement: Statement, article: Article) -> Cell:
    at = tuple(n for n, r in enumerate(statement.renderings) if r.article == article.id)
    if not at and article.doubt:
        return Cell(article.id, "unknown", reason="only the first lines could be read")
    if not at:
        return Cell(article.id, "absent", reason="not in its text")
    first = statement.renderings[at[0]]
    number = first.attribution.removeprefix(article.id) if first.attribution else ""
    account = next(a for a in ACCOUNTS if a.id == article.id)
    kind = next((s.kind for s in account.said if str(s.number) == number), None)
    state = "own-voice" if kind is None else "reported" if kind == "indirect" else "quoted"
    return Cell(article.id, state, at)
