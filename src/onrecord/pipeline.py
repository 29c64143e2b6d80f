"""The whole system in one list: what happens to a pile of articles, and in which order.

    bytes -> read -> Article -> copies -> attributions -> speakers -> stories -> statements
          -> coverage

`reading` turns files into articles and is the only stage that touches the disk; every stage in
`STAGES` is a pure function of the findings so far. A stage imports its package when it first
runs, so that a command pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from onrecord.errors import UnknownOption
from onrecord.options import Options
from onrecord.records import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.records import Article, Problem


def group_copies(found: Findings, options: Options) -> Findings:
    """Which articles are copies of one another, and the likely original of each group."""
    from onrecord.copies import group_copies as stage

    copies, pairs = stage(found.articles, options.copies)
    return replace(found, copies=copies, copy_pairs=pairs)


def find_attributions(found: Findings, options: Options) -> Findings:
    """Who is reported to have said what, article by article, speakers resolved within each."""
    from onrecord.attribution import find_attributions as stage
    from onrecord.speakers import resolve_speakers

    read = {}
    for place in _copies_together(found):
        article = found.articles[place]
        unnamed, noticed = stage(article, options.attributions)
        read[place] = resolve_speakers(article, unnamed), noticed
    in_order = [read[place] for place in range(len(found.articles))]
    noticed_in_order = (problem for _, noticed in in_order for problem in noticed)
    return replace(
        found,
        attributions=tuple(attributions for attributions, _ in in_order),
        problems=(*found.problems, *noticed_in_order),
    )


def _copies_together(found: Findings) -> list[int]:
    """Places of the articles, copies next to one another: what they share is read once.

    Those of one text follow one another; those of one group do, where the copies are known.
    """
    group_of = {member.article: member.group for member in found.copies}
    places: dict[str, dict[str, list[int]]] = {}
    for place, article in enumerate(found.articles):
        group = places.setdefault(group_of.get(article.id, article.text), {})
        group.setdefault(article.text, []).append(place)
    return [place for texts in places.values() for same in texts.values() for place in same]


def group_speakers(found: Findings, options: Options) -> Findings:
    """One speaker across all articles, and every attribution pointing at it."""
    from onrecord.speakers import find_alias_problems
    from onrecord.speakers import group_speakers as stage

    aliases = options.speakers.aliases
    amiss = find_alias_problems(found.articles, found.attributions, aliases)
    speakers, attributions = stage(found.articles, found.attributions, aliases)
    problems = (*found.problems, *amiss)
    return replace(found, speakers=speakers, attributions=attributions, problems=problems)


def group_stories(found: Findings, options: Options) -> Findings:
    """Which articles tell of one event."""
    from onrecord.stories import group_stories as stage

    return replace(found, stories=stage(found.articles, options.stories))


def group_statements(found: Findings, options: Options) -> Findings:
    """The same utterance across articles, with what each outlet made of its words."""
    from onrecord.statements import group_statements as stage

    statements = stage(found.articles, found.attributions, found.copies, options.statements)
    return replace(found, statements=statements)


def build_matrix(found: Findings, _options: Options) -> Findings:
    """Statement by article: quoted, reported, in its own voice, absent, or cannot be told."""
    from onrecord.coverage import build_matrix as stage

    return replace(found, matrix=stage(found.articles, found.attributions, found.statements))


class Stage(NamedTuple):
    """A step of the pipeline: its name on the command line, its function, the stages it needs."""

    name: str
    run: Callable[[Findings, Options], Findings]
    needs: tuple[str, ...] = ()


STAGES = (
    Stage("copies", group_copies),
    Stage("attributions", find_attributions),
    Stage("speakers", group_speakers, ("attributions",)),
    Stage("stories", group_stories),
    Stage("statements", group_statements, ("copies", "speakers")),
    Stage("coverage", build_matrix, ("statements",)),
)


def run(
    articles: Iterable[Article],
    options: Options | None = None,
    *,
    until: str | None = None,
    problems: Iterable[Problem] = (),
    progress: Callable[[str], None] = lambda _stage: None,
) -> Findings:
    """Findings of every stage that `until` needs, itself included, in the order of `STAGES`.

    Without `until` all stages run.
    `progress` is told the name of each stage before it runs. Raises `UnknownOption` for a stage
    that is not in `STAGES`.
    """
    wanted = {stage.name for stage in STAGES} if until is None else _needed(until)
    found = Findings(articles=tuple(articles), problems=tuple(problems))
    for stage in STAGES:
        if stage.name in wanted:
            progress(stage.name)
            found = stage.run(found, options or Options())
    return found


def _needed(until: str) -> set[str]:
    """Names of the stages `until` rests on, itself included."""
    by_name = {stage.name: stage for stage in STAGES}
    if until not in by_name:
        known = ", ".join(by_name)
        raise UnknownOption(f"no stage is called {until!r}; there are: {known}")
    wanted = {until}
    for name in by_name[until].needs:
        wanted |= _needed(name)
    return wanted
