"""What the page shows of each speaker: who said how much, carried by whom, under which names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.statements import view_voice
from onrecord.report.wording import counted, reason_words, shortened
from onrecord.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Speaker, Statement
    from onrecord.report.index import Index
    from onrecord.report.statements import StatementView

_LISTED = 140
"""Code points of a statement in a speaker's list; the whole wording is one link away."""


class Line(NamedTuple):
    """One statement in a speaker's list."""

    href: str
    words: str
    verbatim: bool
    tally: str


class Printed(NamedTuple):
    """A name as printed, and how often."""

    name: str
    times: int


class SpeakerView(NamedTuple):
    """One speaker for the page; `bar` is the length of the words' bar, 0..100."""

    anchor: str
    name: str
    kind: str
    resolved: bool
    words: str
    bar: int
    spread: str
    printed: tuple[Printed, ...]
    why: tuple[str, ...]
    statements: tuple[Line, ...]


class SpeakersView(NamedTuple):
    """Those whose statements are here; how many more are only named as somebody's source."""

    heard: tuple[SpeakerView, ...]
    unheard: str

    @property
    def resolved(self) -> int:
        """How many speakers have a name and a statement."""
        return sum(one.resolved for one in self.heard)


class _Said(NamedTuple):
    """What one speaker said: statements, words counted once each, who carried them."""

    statements: list[Statement]
    words: int
    articles: set[str]


def view_speakers(
    index: Index, ranked: Sequence[str], views: dict[str, StatementView]
) -> SpeakersView:
    """The speakers, who said most first; what is left unresolved comes last, as printed."""
    said: dict[str, list[Statement]] = {speaker: [] for speaker in index.speakers}
    unresolved: list[Statement] = []
    for statement in (index.statements[one] for one in ranked):
        speaker = statement.speaker.id if statement.speaker else None
        said[speaker].append(statement) if speaker in said else unresolved.append(statement)
    summed = {speaker: _sum(index, statements) for speaker, statements in said.items()}
    most = max((one.words for one in summed.values()), default=0)
    order = sorted(summed, key=lambda speaker: -summed[speaker].words)
    heard = tuple(
        _view(index, index.speakers[speaker], summed[speaker], views, most)
        for speaker in order
        if summed[speaker].statements
    )
    unheard = len(order) - len(heard)
    return SpeakersView(
        heard + _unresolved(index, unresolved, views, most),
        counted(unheard, "more speaker") if unheard else "",
    )


def _sum(index: Index, statements: Sequence[Statement]) -> _Said:
    carried = (r.article for s in statements for r in s.renderings)
    return _Said(
        list(statements),
        sum(len(words_of(statement.wording)) for statement in statements),
        {article for article in carried if article in index.articles},
    )


def _view(
    index: Index, speaker: Speaker, said: _Said, views: dict[str, StatementView], most: int
) -> SpeakerView:
    """One speaker for the page."""
    mentioned = {m.article for m in speaker.mentions if m.article in index.articles}
    printed = Counter(m.printed.rstrip(",;") for m in speaker.mentions if m.printed)
    reasons = dict.fromkeys(reason_words(speaker.why))
    return SpeakerView(
        anchor=index.speaker_anchors[speaker.id],
        name=speaker.name,
        kind=speaker.kind,
        resolved=True,
        words=counted(said.words, "word"),
        bar=_bar(said.words, most),
        spread=_spread(index, said, said.articles | mentioned),
        printed=tuple(Printed(name, times) for name, times in _most_first(printed)),
        why=tuple(reasons),
        statements=_lines(said.statements, views),
    )


def _unresolved(
    index: Index, statements: Sequence[Statement], views: dict[str, StatementView], most: int
) -> tuple[SpeakerView, ...]:
    """Everything said by somebody who could not be resolved, in one place."""
    if not statements:
        return ()
    said = _sum(index, statements)
    printed = Counter(view_voice(index, statement).name for statement in statements)
    nobody = printed.pop("", 0)
    names = tuple(Printed(name, times) for name, times in _most_first(printed))
    return (
        SpeakerView(
            anchor=index.anchors.fresh("unresolved"),
            name="Unresolved",
            kind="who this is cannot be told",
            resolved=False,
            words=counted(said.words, "word"),
            bar=_bar(said.words, most),
            spread=_spread(index, said, said.articles),
            printed=(*names, *((Printed("nobody named", nobody),) if nobody else ())),
            why=(),
            statements=_lines(statements, views),
        ),
    )


def _bar(words: int, most: int) -> int:
    """Length of a bar, 0..100; never 0 for somebody who said anything."""
    return min(100, max(1, round(100 * words / most))) if words and most else 0


def _spread(index: Index, said: _Said, articles: Iterable[str]) -> str:
    """How many statements, in how many articles of how many outlets."""
    named = list(articles)
    outlets = {index.articles[article].outlet for article in named} - {None}
    told = f"{counted(len(said.statements), 'statement')} · {counted(len(named), 'article')}"
    return f"{told} · {counted(len(outlets), 'outlet')}" if outlets else told


def _most_first(printed: Counter[str]) -> list[tuple[str, int]]:
    return sorted(printed.items(), key=lambda one: (-one[1], one[0]))


def _lines(statements: Iterable[Statement], views: dict[str, StatementView]) -> tuple[Line, ...]:
    """Statements as the lines of a list."""
    shown = (views[statement.id] for statement in statements)
    return tuple(
        Line(view.anchor, shortened(view.words, _LISTED), view.verbatim, _tally(view))
        for view in shown
    )


def _tally(view: StatementView) -> str:
    """Who carries a statement: how many articles, or the only one."""
    carriers = {rendering.label for rendering in view.renderings}
    if len(carriers) == 1:
        return f"only {carriers.pop()}"
    return f"{view.carried}, {view.independent}"
