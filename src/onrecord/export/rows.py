"""JSONL rows: one dict per line of output, its keys as docs/formats.md lists them.

A key that is always there is always there, empty or null where nothing is known; the keys that
docs/formats.md marks "if any" are left out where they would say nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import (
        Article,
        Attribution,
        CopyChanges,
        CopyMember,
        CopyPair,
        Edit,
        Mention,
        Problem,
        Reason,
        Rendering,
        Speaker,
        SpeakerRef,
        Statement,
        Story,
        Substitution,
    )

Row = dict[str, object]
"""One line of output before it is written."""

_ENCODER = msgspec.json.Encoder()


def line_of(row: Row) -> bytes:
    r"""A row as one line of UTF-8 JSON, its line feed included.

    >>> line_of({"id": "a1", "group": "g"})
    b'{"id":"a1","group":"g"}\n'
    """
    try:
        return _ENCODER.encode(row) + b"\n"
    except UnicodeEncodeError:  # a file name that is not UTF-8 holds halves of surrogate pairs
        return json.dumps(row, ensure_ascii=True, default=list).encode() + b"\n"


def article_row(article: Article) -> Row:
    """An article line; `export.article_of_row` makes the same article of it again."""
    known: Row = {
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "byline": article.byline,
        "file": article.file,
        "source_hash": article.source_hash,
        "signals": dict(article.signals),
        "furniture": [[*span, why] for span, why in article.furniture],
        "source_map": [list(run) for run in article.source_map],
    }
    return {
        "id": article.id,
        "text": article.text,
        **{key: value for key, value in known.items() if value},
        "problems": [problem_row(problem) for problem in article.problems],
    }


def problem_row(problem: Problem) -> Row:
    """A problem; "article", "file" and "span" if any."""
    where: Row = {"article": problem.article, "file": problem.file, "span": problem.span}
    given = {key: value for key, value in where.items() if value is not None}
    return {"kind": problem.kind, "message": problem.message, **given}


def attributions_row(
    article: Article, attributions: Iterable[Attribution], problems: Iterable[Problem] = ()
) -> Row:
    """What one article attributes; its own problems come before those `problems` adds."""
    told = dict.fromkeys((*article.problems, *problems))
    return {
        "id": article.id,
        "attributions": [attribution_row(attribution) for attribution in attributions],
        "problems": [problem_row(problem) for problem in told],
    }


def attribution_row(attribution: Attribution) -> Row:
    """One attribution; "in_title" if its offsets point into the title."""
    row: Row = {
        "id": attribution.id,
        "kind": attribution.kind,
        "type": attribution.type,
        "content": attribution.content,
        "cue": attribution.cue,
        "source": attribution.source,
        "speaker": _speaker_ref(attribution.speaker),
        "inside": attribution.inside,
    }
    if attribution.in_title:
        row["in_title"] = True
    return {**row, "why": _reasons(attribution.why)}


def speaker_row(speaker: Speaker) -> Row:
    """One speaker with every mention of it."""
    return {
        "speaker": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "mentions": [_mention_row(mention) for mention in speaker.mentions],
        "why": _reasons(speaker.why),
    }


def copy_row(member: CopyMember) -> Row:
    """One article's place among the copies, with the words it replaced as evidence."""
    return {
        "id": member.article,
        "group": member.group,
        "origin": member.origin,
        "independent": member.independent,
        "kind": member.kind,
        "substitutions": [_substitution_row(change) for change in member.substitutions],
        "changes": _changes_row(member.changes),
        "evidence": _reasons(member.why),
    }


def pair_row(pair: CopyPair) -> Row:
    """Two articles that share text."""
    return {
        "a": pair.a,
        "b": pair.b,
        "score": pair.score,
        "kind": pair.kind,
        "evidence": _reasons(pair.why),
    }


def story_of_row(article: str, story: str) -> Row:
    """The story of one article, both by their ids."""
    return {"id": article, "story": story}


def story_row(story: Story) -> Row:
    """One story with its articles."""
    return {
        "story": story.id,
        "label": story.label,
        "first": story.first,
        "last": story.last,
        "articles": story.articles,
        "words": story.words,
        "why": _reasons(story.why),
    }


def statement_row(statement: Statement) -> Row:
    """One statement with its renderings, `wording` being that of the first; "related" if any."""
    row: Row = {
        "statement": statement.id,
        "speaker": _speaker_ref(statement.speaker),
        "wording": statement.wording,
        "carriers": statement.carriers,
        "independent": statement.independent,
        "renderings": [_rendering_row(rendering) for rendering in statement.renderings],
        "why": _reasons(statement.why),
    }
    if statement.related:
        row["related"] = [{"statement": r.statement, "words": r.words} for r in statement.related]
    return row


def _rendering_row(rendering: Rendering) -> Row:
    """One outlet's wording; "in_title", "own_voice" and "diff" if any."""
    row: Row = {
        "article": rendering.article,
        "attribution": rendering.attribution,
        "content": rendering.content,
    }
    if rendering.in_title:
        row["in_title"] = True
    if rendering.own_voice:
        row["own_voice"] = True
    row["change"] = rendering.change
    if rendering.diff:
        row["diff"] = [_edit_row(edit) for edit in rendering.diff]
    return {**row, "why": _reasons(rendering.why)}


def _edit_row(edit: Edit) -> Row:
    """One stretch of a word diff; "before" and "after" if any."""
    words = {"before": edit.before, "after": edit.after}
    return {"op": edit.op, **{key: value for key, value in words.items() if value}}


def _mention_row(mention: Mention) -> Row:
    """One mention of a speaker."""
    return {
        "article": mention.article,
        "attribution": mention.attribution,
        "printed": mention.printed,
        "why": _reasons(mention.why),
    }


def _substitution_row(change: Substitution) -> Row:
    """Words replaced, and how often."""
    return {"before": change.before, "after": change.after, "times": change.times}


def _changes_row(changes: CopyChanges) -> Row:
    """What a copy made of the original's sentences; only the kinds there are."""
    kinds = ("dropped", "added", "moved", "unmarked")
    found = {kind: getattr(changes, kind) for kind in kinds}
    return {kind: [list(span) for span in spans] for kind, spans in found.items() if spans}


def _speaker_ref(speaker: SpeakerRef | None) -> Row | None:
    """A speaker as an attribution names it."""
    return None if speaker is None else {"id": speaker.id, "name": speaker.name}


def _reasons(why: Iterable[Reason]) -> list[Row]:
    """Reasons; "detail" and "score" if any."""
    return [
        {
            "rule": reason.rule,
            **({"detail": reason.detail} if reason.detail else {}),
            **({} if reason.score is None else {"score": reason.score}),
        }
        for reason in why
    ]
