"""Asks the stages about pairs and mentions: JSONL on standard input, one answer per line out.

    python eval/predict.py TASK < questions.jsonl > answers.jsonl

TASK is one of those `ANSWERS` lists. What each is asked and answers stands in its docstring; the
answers come from the functions that the report uses, never from ones of their own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.copies import label_pair
from onrecord.export import article_of_row
from onrecord.speakers import MentionRow, resolve_mentions
from onrecord.statements import Quoted, align_sentences, compare_quotations, occasion_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.export import Row

    Question = dict[str, Any]


def answer_reuse(questions: Iterable[Question]) -> Iterator[Row]:
    """{"id", "a": article, "b": article} -> {"id", "label"}: C copy, W part, Q quotes, F page."""
    for question in questions:
        a, b = article_of_row(question["a"]), article_of_row(question["b"])
        yield {"id": question["id"], "label": label_pair(a, b)}


def answer_coverage(questions: Iterable[Question]) -> Iterator[Row]:
    """{"id", "a": [sentence], "b": [sentence]} -> {"id", "pairs": [[i, j]]}: b carries a's."""
    for question in questions:
        yield {"id": question["id"], "pairs": align_sentences(question["a"], question["b"])}


def answer_quotes(questions: Iterable[Question]) -> Iterator[Row]:
    """{"id", "a", "b"}, two quotations -> {"id", "score"}: from 0.5 on, one utterance.

    "ctx_a" and "ctx_b", the text before and after, and "date_a" and "date_b" may be left out.
    """
    for question in questions:
        score = compare_quotations(_quoted(question, "a"), _quoted(question, "b"))
        yield {"id": question["id"], "score": score}


def _quoted(question: Question, side: str) -> Quoted:
    """One of the two quotations of a question, with its occasion."""
    before, after = question.get(f"ctx_{side}") or ("", "")
    return Quoted(question[side], occasion_around(before, after, question.get(f"date_{side}")))


def answer_entities(questions: Iterable[Question]) -> Iterator[Row]:
    """{"id", "doc", "mention"} -> {"id", "entity"}: the same text where the same is meant."""
    mentions = [MentionRow(q["id"], q["doc"], q["mention"], q.get("type", "")) for q in questions]
    for mention, entity in zip(mentions, resolve_mentions(mentions), strict=True):
        yield {"id": mention.id, "entity": entity}


ANSWERS: dict[str, Callable[[Iterable[Question]], Iterator[Row]]] = {
    "coverage": answer_coverage,
    "entities": answer_entities,
    "quotes": answer_quotes,
    "reuse": answer_reuse,
}


def main(arguments: list[str]) -> int:
    """Answer every line of standard input; returns the exit code."""
    if len(arguments) != 1 or arguments[0] not in ANSWERS:
        named = arguments[0] if arguments else "nothing"
        print(f"no task {named!r} here yet; there are: {', '.join(ANSWERS)}", file=sys.stderr)
        return 2
    lines = (line for line in sys.stdin.buffer if line.strip())
    for row in ANSWERS[arguments[0]](msgspec.json.decode(line) for line in lines):
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
