"""The records that every stage reads and makes: frozen, slotted, compared by value.

A record never holds a live object, a path to be opened or a clock reading; it can be sent to
another process, written as JSON and read back equal. Every inferred thing carries its `Reason`s.

Offsets are code points, end exclusive, into `Article.text` (into `Article.title` where a record
says `in_title`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

AttributionKind = Literal["direct", "indirect", "mixed"]
AttributionType = Literal["speech", "attitude", "decree"]
SpeakerKind = Literal["person", "organisation", "document", "group", "place", "unnamed"]
CopyKind = Literal["exact", "near", "syndicated", "partial", "reworded"]
Change = Literal["same", "truncated", "altered", "paraphrased", "own-voice"]
CellState = Literal["quoted", "reported", "own-voice", "absent", "unknown"]


class Span(NamedTuple):
    """A half-open range of code points.

    >>> Span(4, 9).of("and then some")
    'then '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Reason(Struct, frozen=True, omit_defaults=True):
    """Why something was inferred: the rule, what it saw, and its score where it has one."""

    rule: str
    detail: str = ""
    score: float | None = None


class Problem(Struct, frozen=True, omit_defaults=True):
    """Something a reader of the report has to know: what could not be read, or only in part.

    `kind` is one of the words listed in docs/formats.md; `article` and `file` say where.
    """

    kind: str
    message: str
    article: str | None = None
    file: str | None = None
    span: Span | None = None


class Run(NamedTuple):
    """A stretch of text that stands letter by letter in the source, `length` code points long."""

    text_start: int
    source_start: int
    length: int


class Article(Struct, frozen=True):
    """One article: its text and what is known of where it came from.

    `signals` says for each of title, url, outlet, published and byline which signal it was read
    from ("json-ld", "meta", "visible line", "file name", "given" ...). `furniture` are stretches
    of `text` that are not the article speaking (a stray byline, a caption, a credit line).
    `source_map` leads back to the decoded source file; empty where the text was given as it is.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    file: str | None = None
    signals: tuple[tuple[str, str], ...] = ()
    furniture: tuple[tuple[Span, str], ...] = ()
    source_map: tuple[Run, ...] = ()
    source_hash: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """What a person would call the article: outlet, else file, else title, else id."""
        return self.outlet or self.file or self.title or self.id

    @property
    def doubt(self) -> str | None:
        """Why absence must not be claimed of this article, or None where its text is whole."""
        return next((p.kind for p in self.problems if p.kind in INCOMPLETE), None)


INCOMPLETE = frozenset({"paywalled", "truncated", "summary-only", "extraction-doubt", "no-text"})
"""Kinds of problem after which a statement's absence from an article cannot be told."""


class SpeakerRef(Struct, frozen=True):
    """A speaker as an attribution names it."""

    id: str
    name: str


class Attribution(Struct, frozen=True):
    """The article saying that somebody said, thinks, wants or decided something.

    `content` may lie in several pieces (a quotation split by its speaker, a continuation in the
    next paragraph); `cue` and `source` may be empty; `speaker` is None while unresolved; `inside`
    names the attribution whose content this one lies in.
    """

    id: str
    article: str
    kind: AttributionKind
    type: AttributionType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: SpeakerRef | None = None
    inside: str | None = None
    in_title: bool = False
    why: tuple[Reason, ...] = ()

    @property
    def hull(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.content[0].start, self.content[-1].end)


class Mention(Struct, frozen=True):
    """A speaker named in one article, as printed, and why it is that speaker."""

    article: str
    attribution: str
    printed: str
    why: tuple[Reason, ...] = ()


class Speaker(Struct, frozen=True):
    """One speaker across the collection, with every mention and the reasons of each merge."""

    id: str
    name: str
    kind: SpeakerKind
    mentions: tuple[Mention, ...]
    why: tuple[Reason, ...] = ()


class Edit(Struct, frozen=True, omit_defaults=True):
    """A stretch of a word diff: `op` tells what became of `before` in `after`."""

    op: Literal["same", "dropped", "added", "replaced"]
    before: str = ""
    after: str = ""


class CopyPair(Struct, frozen=True):
    """Two articles that share text: `score` in 0..1, .5 and more is the product's own yes."""

    a: str
    b: str
    score: float
    kind: CopyKind
    why: tuple[Reason, ...] = ()


class Substitution(Struct, frozen=True):
    """Words of the likely original that a copy replaced, and how often."""

    before: str
    after: str
    times: int


class CopyChanges(Struct, frozen=True, omit_defaults=True):
    """What a copy made of the likely original's sentences.

    `dropped` are offsets into the original's text; `added`, `moved` and `unmarked` (words that the
    original has in quotation marks and the copy has not) into the copy's.
    """

    dropped: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    moved: tuple[Span, ...] = ()
    unmarked: tuple[Span, ...] = ()


class CopyMember(Struct, frozen=True):
    """One article's place in a copy group.

    `independent` is true for exactly one member of each group, so that their number counts
    independent accounts; `origin` is the likely original in this set, None where it cannot be
    told or where the article is that original itself.
    """

    article: str
    group: str
    origin: str | None
    independent: bool
    kind: CopyKind | None = None
    substitutions: tuple[Substitution, ...] = ()
    why: tuple[Reason, ...] = ()
    changes: CopyChanges = CopyChanges()


class Story(Struct, frozen=True):
    """The articles that tell of one event, in input order.

    `label` is the headline of the most central article, `first` and `last` are the days the
    articles are dated (None where none of them is), `words` tell most of what they share.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    words: tuple[str, ...] = ()
    why: tuple[Reason, ...] = ()


class Rendering(Struct, frozen=True):
    """One outlet's wording of a statement, compared with the statement's fullest wording."""

    article: str
    attribution: str | None
    content: tuple[Span, ...]
    in_title: bool = False
    own_voice: bool = False
    change: Change = "same"
    diff: tuple[Edit, ...] = ()
    why: tuple[Reason, ...] = ()


class Related(Struct, frozen=True):
    """Another statement of the same speaker, and the telling words that both have, as printed."""

    statement: str
    words: tuple[str, ...]


class Statement(Struct, frozen=True):
    """One utterance, however many articles carry it.

    `wording` is the fullest direct rendering (else the fullest one), copied from the article that
    `renderings[0]` names; `carriers` counts articles, `independent` counts copy groups. `related`
    are statements that other articles carry of the same speaker on the same matter, likest first.
    """

    id: str
    speaker: SpeakerRef | None
    wording: str
    renderings: tuple[Rendering, ...]
    carriers: int
    independent: int
    why: tuple[Reason, ...] = ()
    related: tuple[Related, ...] = ()


class Cell(Struct, frozen=True):
    """How one article carries one statement; `reason` says why it is absent or unknown."""

    article: str
    state: CellState
    renderings: tuple[int, ...] = ()
    reason: str = ""


class MatrixRow(Struct, frozen=True):
    """One statement against every article, cells in the order of the articles."""

    statement: str
    cells: tuple[Cell, ...]


class Findings(Struct, frozen=True):
    """Everything known of a collection so far; each stage returns it with one more part filled."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    copies: tuple[CopyMember, ...] = ()
    copy_pairs: tuple[CopyPair, ...] = ()
    attributions: tuple[tuple[Attribution, ...], ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    stories: tuple[Story, ...] = ()


class About(Struct, frozen=True):
    """What made a report: the version, the settings that matter, each file read with its hash.

    There is no date: the same articles give the same report, byte for byte.
    """

    version: str
    settings: tuple[tuple[str, str], ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    """Known error rates: what was measured, and the figure."""
