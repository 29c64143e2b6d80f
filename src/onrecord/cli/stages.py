"""The stage commands: article lines in, JSONL rows out.

`attributions` looks at one article at a time and holds no more than that one and the ids it met;
`stories --stream` answers each article as it comes; the other stages compare articles and hold all
of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord import pipeline
from onrecord.cli.edge import DONE, NOTHING_FOUND, say, write_lines
from onrecord.cli.progress import telling
from onrecord.cli.sources import iter_articles
from onrecord.errors import UnknownOption
from onrecord.export import (
    attributions_row,
    copy_row,
    line_of,
    pair_row,
    speaker_row,
    statement_row,
    story_of_row,
    story_row,
)
from onrecord.records import Findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.options import Options


def run_attributions(source: str, options: Options) -> int:
    """Write the attributions of each article as soon as its line is read."""
    found = 0

    def lines() -> Iterator[bytes]:
        nonlocal found
        for article in iter_articles(source):
            findings = pipeline.find_attributions(Findings((article,)), options)
            found += len(findings.attributions[0])
            yield line_of(attributions_row(article, findings.attributions[0], findings.problems))

    articles = write_lines(lines())
    return _ended(found, f"no attribution in {counted(articles, 'article')}")


def run_speakers(source: str, options: Options) -> int:
    """Write each speaker."""
    findings = _findings(source, options, "speakers")
    found = write_lines(line_of(speaker_row(speaker)) for speaker in findings.speakers)
    return _ended(found, f"no speaker in {counted(len(findings.articles), 'article')}")


def run_copies(source: str, options: Options, *, pairs: bool) -> int:
    """Write each article's place among the copies, or each pair of articles that share text."""
    findings = _findings(source, options, "copies")
    if pairs:
        found = write_lines(line_of(pair_row(pair)) for pair in findings.copy_pairs)
    else:
        members = write_lines(line_of(copy_row(member)) for member in findings.copies)
        found = members - len({member.group for member in findings.copies})
    return _ended(found, f"no copy among {counted(len(findings.articles), 'article')}")


def run_stories(source: str, options: Options, *, listed: bool) -> int:
    """Write the story of each article, or each story."""
    findings = _findings(source, options, "stories")
    if listed:
        write_lines(line_of(story_row(story)) for story in findings.stories)
    else:
        story_of = {article: story.id for story in findings.stories for article in story.articles}
        write_lines(line_of(story_of_row(a.id, story_of[a.id])) for a in findings.articles)
    together = len(findings.articles) - len(findings.stories)
    return _ended(together, _NO_STORY.format(counted(len(findings.articles), "article")))


def stream_stories(source: str, options: Options, *, listed: bool) -> int:
    """Write the story of each article as soon as its line is read."""
    from onrecord.stories import StoryStream

    if listed:
        raise UnknownOption("--list takes all articles, --stream one at a time; choose one of them")
    stream, met = StoryStream(options.stories), set()

    def lines() -> Iterator[bytes]:
        for article in iter_articles(source):
            story = stream.add(article)
            met.add(story)
            yield line_of(story_of_row(article.id, story))

    articles = write_lines(lines())
    return _ended(articles - len(met), _NO_STORY.format(counted(articles, "article")))


_NO_STORY = "no two of {} tell of one event"


def run_statements(source: str, options: Options) -> int:
    """Write each statement."""
    findings = _findings(source, options, "statements")
    found = write_lines(line_of(statement_row(statement)) for statement in findings.statements)
    return _ended(found, f"no statement in {counted(len(findings.articles), 'article')}")


def _findings(source: str, options: Options, until: str) -> Findings:
    """The findings of every stage that `until` needs, on the articles of `source`."""
    articles = tuple(iter_articles(source))
    with telling(writes_data=True) as teller:
        findings = pipeline.run(articles, options, until=until, progress=teller.stage)
    for problem in findings.problems:
        if problem.article is None:
            say(problem.message)
    of_articles = [p for p in findings.problems if p.article is not None]
    of_articles += [p for article in articles for p in article.problems]
    if of_articles and findings.attributions:
        noticed = counted(len(set(of_articles)), "problem")
        say(f"{noticed} in these articles; `onrecord attributions` lists each beside its article")
    return findings


def _ended(found: int, otherwise: str) -> int:
    """The exit code: done, or nothing found and a word on that."""
    if found:
        return DONE
    say(otherwise)
    return NOTHING_FOUND


def counted(count: int, noun: str) -> str:
    """A count with its noun.

    >>> counted(1, "article"), counted(3, "article")
    ('1 article', '3 articles')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
