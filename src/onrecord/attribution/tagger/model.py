"""The shipped tagger: loaded when first asked, from files inside the package, on the processor."""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache, lru_cache, partial
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.tagger.decode import Biases, Scores, Thresholds, decode
from onrecord.attribution.tagger.features import FLAGS, read_windows
from onrecord.attribution.tagger.pieces import Vocabulary
from onrecord.text import find_quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onnxruntime import InferenceSession

    from onrecord.attribution.found import Found
    from onrecord.attribution.tagger.features import Window


_KEPT = 64
"""Windows whose scores are kept, 0.4 MB each: those of some ten articles."""


class WordVectors(NamedTuple):
    """The encoder's table of word vectors in eight bits (pieces x width), a scale a row."""

    rows: np.ndarray[Any, Any]
    scales: np.ndarray[Any, Any]

    def of(self, ids: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The vectors of word pieces, in 32-bit floats."""
        vectors: np.ndarray[Any, Any] = self.rows[ids].astype(np.float32) * self.scales[ids]
        return vectors


class Tagger(NamedTuple):
    """A loaded model: its network, vocabulary, the linker's biases, window length.

    `network` gives the scores of a window's word pieces and flags, each as bytes, and keeps those
    it gave last.
    """

    network: Callable[[bytes, bytes], Scores]
    vocabulary: Vocabulary
    biases: Biases
    length: int


@cache
def load_tagger() -> Tagger | None:
    """The shipped model, or None where the package was built without its files."""
    folder = files(__package__).joinpath("model")
    if not folder.joinpath("tagger.onnx").is_file():
        return None
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    with as_file(folder) as path:
        session = onnxruntime.InferenceSession(
            str(path / "tagger.onnx"), settings, providers=["CPUExecutionProvider"]
        )
        with np.load(path / "word_vectors.npz") as table:
            vectors = WordVectors(table["rows"], table["scales"])
    facts = json.loads(folder.joinpath("tagger.json").read_text("utf-8"))
    vocabulary = Vocabulary(
        folder.joinpath("vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
    )
    biases = Biases(np.array(facts["distance_bias"]), np.array(facts["rule_bias"]))
    network = lru_cache(maxsize=_KEPT)(partial(_run, session, vectors))
    return Tagger(network, vocabulary, biases, facts["length"])


def tag(tagger: Tagger, text: str, rules: Sequence[Found], thresholds: Thresholds) -> list[Found]:
    """What the tagger finds in a text, given what the rules found."""
    found: list[Found] = []
    quotations = [q.span for q in find_quotations(text) if q.depth == 0]
    for window in read_windows(text, tagger.vocabulary, rules, length=tagger.length):
        scores = score_window(tagger, window)
        words = window.ends > window.starts
        first, last = int(window.starts[words].min()), int(window.ends.max())
        near = quotations[
            bisect_left(quotations, first, key=lambda q: q.end) : bisect_left(
                quotations, last, key=lambda q: q.start
            )
        ]
        found += decode(text, window, scores, tagger.biases, thresholds, near)
    return found


def score_window(tagger: Tagger, window: Window) -> Scores:
    """The network's scores for one window.

    All it reads are word pieces and flags, so that what it gave for a copy's same window is what
    would come out again.
    """
    return tagger.network(window.ids.tobytes(), window.flags.tobytes())


def _run(session: InferenceSession, vectors: WordVectors, ids: bytes, flags: bytes) -> Scores:
    pieces, bit_sets = np.frombuffer(ids, np.int64), np.frombuffer(flags, np.int64)
    bits = ((bit_sets[:, None] >> np.arange(FLAGS)[None]) & 1).astype(np.float32)
    mask = np.ones((1, len(pieces)), dtype=np.int64)
    words = vectors.of(pieces)[None]
    outputs = session.run(None, {"words": words, "mask": mask, "flags": bits[None]})
    return Scores(*(output[0] for output in outputs))
