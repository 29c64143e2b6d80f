"""Fits the weights by which a pronoun's antecedent is chosen, and writes them as a Python table.

    python training/antecedents.py GOLD.jsonl ... > src/onrecord/speakers/weights.py

GOLD are articles with attributions whose speakers are named, as the training articles of the
tagger are. The sources are taken from the gold, each pronoun's right answer too, and the chance
of every candidate is fitted by a log-linear model: so the weights do not depend on how well
attributions are found. Run it twice: what a pronoun of the narration means is told by the weights
of the run before.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.records import Article, Attribution, Span
from onrecord.speakers import antecedents, resolving
from onrecord.speakers.weighing import Asked, Found, Place, Story, choose, facts_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.speakers.reading import Answers, Reading

GROUPS = {"he": ("he", "she"), "they": ("they",), "it": ("it",), "thing": ("thing", "country")}
ALIKE = {"she": "he", "office": "he", "somebody": "he", "country": "thing"}
"""Whose weights each kind of question uses; too few examples of these are at hand."""

RARE, STRENGTH, SCALE, STEPS, LEAST = 8, 1.0, 10, 400, 3
MARGIN, SURE = 8, 4
"""In tenths of a logit: how far the best must lead, and lie above nobody."""


BY_HAND = {f"{distance} questioner": -25 for distance in range(3)}
"""Too rare in these articles to be fitted: whoever interviewed somebody is not "he" who said."""


class Example(NamedTuple):
    """A pronoun: what is asked, and each candidate's facts with whether it is the right one."""

    wanted: str
    choices: list[tuple[set[str], bool]]


def read_articles(path: str) -> Iterator[tuple[Article, tuple[Attribution, ...], dict[int, str]]]:
    """Articles with their gold attributions, and the speaker by the place of each source."""
    for line in Path(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        attributions = tuple(
            Attribution(
                id=q["name"],
                article=row["id"],
                kind="indirect",
                type=q["type"],
                content=tuple(Span(*s) for s in q["content"]),
                cue=tuple(Span(*s) for s in q["cue"]),
                source=tuple(Span(*s) for s in q["source"]),
                inside=q["in"],
            )
            for q in row["quotes"]
        )
        speakers = {q["source"][0][0]: q["speaker"] for q in row["quotes"] if q["source"]}
        article = Article(id=row["id"], title=row.get("title"), text=row["text"])
        yield article, attributions, {at: name for at, name in speakers.items() if name}


def collect(paths: list[str]) -> list[Example]:
    """An example for every pronoun whose right answer the gold names."""
    examples: list[Example] = []
    answers_of = resolving._settle_pronouns
    for path in paths:
        for article, attributions, speakers in read_articles(path):
            known: dict[str, tuple[Reading, Answers]] = {}

            def settle(
                reading: Reading,
                answers: Answers,
                known: dict[str, tuple[Reading, Answers]] = known,
            ) -> dict[int, tuple[str, ...]]:
                known["now"] = (reading, answers)
                return answers_of(reading, answers)

            def told(
                story: Story,
                asked: Asked,
                place: Place,
                speakers: dict[int, str] = speakers,
                known: dict[str, tuple[Reading, Answers]] = known,
            ) -> Found:
                gold = speakers.get(asked.span.start)
                if gold is None:
                    return choose(story, asked, place)
                found = facts_of_all(story, asked, place)
                names = {k: resolving._key_name(*known["now"], k) for k in found}
                right = [k for k, name in names.items() if is_same(name, gold)]
                choices = [(facts, k in right) for k, facts in found.items()]
                examples.append(Example(asked.wanted, choices))
                return Found(right[0], lead=10 * MARGIN) if right else Found(None)

            resolving._settle_pronouns = settle
            vars(antecedents)["choose"] = told
            resolving.resolve_speakers(article, attributions)
    return examples


def is_same(name: str, gold: str) -> bool:
    """Whether two names are one speaker's: the same last word, or half of the words shared."""
    a, b = (re.findall(r"[^\W_]+", text.casefold()) for text in (name, gold))
    if not a or not b:
        return False
    shared = len(set(a) & set(b))
    return a[-1] == b[-1] or 2 * shared >= max(len(set(a)), len(set(b))) or set(a) <= set(b)


def fit(examples: list[Example]) -> tuple[dict[str, int], int]:
    """Weights in tenths of a logit by fact, and the weight of nobody."""
    counts = Counter(fact for e in examples for facts, _ in e.choices for fact in facts)
    facts = sorted(fact for fact, n in counts.items() if n >= RARE)
    place = {fact: i for i, fact in enumerate(facts)}
    tables = []
    for example in examples:
        rows = np.zeros((len(example.choices) + 1, len(facts) + 1))
        rows[-1, -1] = 1
        for i, (found, _) in enumerate(example.choices):
            rows[i, [place[fact] for fact in found if fact in place]] = 1
        right = np.array([float(is_right) for _, is_right in example.choices] + [0.0])
        right[-1] = float(not right.any())
        tables.append((rows, right))
    weights, mean, square = (np.zeros(len(facts) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = STRENGTH * weights
        slope[-1] = 0
        for rows, right in tables:
            chance = np.exp(rows @ weights - (rows @ weights).max())
            chance /= chance.sum()
            slope -= rows.T @ (chance * right / (chance @ right) - chance)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    rounded = {fact: round(SCALE * weights[i]) for fact, i in place.items()}
    kept = {f: w for f, w in rounded.items() if abs(w) >= LEAST}
    return kept | BY_HAND, round(SCALE * weights[-1])


def main(paths: list[str]) -> int:
    """Write the table to standard output; returns the exit code."""
    examples = collect(paths)
    fitted = {g: fit([e for e in examples if e.wanted in ws]) for g, ws in GROUPS.items()}
    print(HEAD)
    for group, (weights, _) in fitted.items():
        table = "".join(f'    "{f}": {w},\n' for f, w in sorted(weights.items()))
        print(f"_{group.upper()} = {{\n{table}}}")
    kinds = {**{g: g for g in GROUPS}, **ALIKE}
    rows = "".join(f'    "{kind}": _{group.upper()},\n' for kind, group in kinds.items())
    print(f"\nWEIGHTS: dict[str, dict[str, int]] = {{\n{rows}}}\n")
    enough = {kind: fitted[group][1] + SURE for kind, group in kinds.items()}
    enough["office"] = -50  # one of those who hold it must be meant
    rows = "".join(f'    "{kind}": {least},\n' for kind, least in enough.items())
    print(f'ENOUGH = {{\n{rows}}}\n"""What the best candidate must weigh, by what is asked for."""')
    print(f'\nMARGIN = {MARGIN}\n"""How far the best candidate must lead."""')
    return 0


HEAD = '''"""Weights of what speaks for and against an antecedent, by what is asked for.

Tenths of a logit, fitted on the gold sources of free-train and masc-train by
`training/antecedents.py`, which writes this file. A fact begins with how many sentences of
narration lie between (0, 1, 2 for more): "1 subject" is the subject of the sentence before.
The speaker figures of `score.py gum free` measure the weights again.
"""
'''

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
