"""Trains the tagger: python training/train.py DATA... --encoder FOLDER --out FOLDER.

Reads articles in the form of the free annotated news, starts from MiniLM-L6 (Apache-2.0), runs on
one CPU core in about an hour, writes weights and a log. Nothing but the files named trains it.

Two runs begin alike and see the articles in another order and cut differently; their weights are
averaged (Wortsman et al. 2022, "Model soups"). The mean reads speech in PolNeAR dev and texts of a
sentence or two better than either run, and free dev a little worse than the first.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from augment import headlines_of, with_other_marks
from examples import Example, iter_examples, read_articles
from loss import batch_loss
from network import Tagger
from rewrite import rewritten
from transformers import BertModel

from onrecord.attribution.tagger.features import FLAGS
from onrecord.attribution.tagger.pieces import Vocabulary

if TYPE_CHECKING:
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LambdaLR

_AUGMENTED = 0.6
"""Share of articles whose quotation marks are set in another style, newly drawn each epoch."""

_REWRITTEN = 0.6
"""Share of articles some of whose attributions are written in other ways, drawn each epoch."""

_HEADLINED = 0.3
"""Share of articles from which headlines are made too."""

_SHORT_SHARES = (0.0, 0.3)
"""Share of articles read in short windows, in each run: texts of a sentence or two are read too,
and there is little around them to go by."""

_SHORT_LENGTH = 48
"""Pieces of a short window."""

_WARM_UP = 0.06
"""Share of all steps in which the rate rises."""


def main() -> None:
    """Train, average and save."""
    options = _options()
    torch.set_num_threads(options.threads)
    articles = read_articles(options.data)
    started = time.time()
    settings = [argparse.Namespace(**vars(options), short=share) for share in _SHORT_SHARES]
    runs = [_trained(articles, chosen, started) for chosen in settings]
    mean = {name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}
    facts = {"runs": len(runs), "seconds": round(time.time() - started), "layers": options.layers}
    _save(mean, facts, options.out)


def _trained(
    articles: list[dict[str, Any]], options: argparse.Namespace, started: float
) -> dict[str, torch.Tensor]:
    """The weights of one run, `options.short` of whose articles are read in short windows."""
    torch.manual_seed(options.seed)
    random_ = random.Random(options.seed)
    vocabulary = read_vocabulary(options.encoder)
    network = Tagger(_encoder(options), FLAGS)
    optimizer = _optimizer(network, options.rate)
    batches = _batches(articles, vocabulary, random_, options)
    schedule = _schedule(optimizer, len(batches) * options.epochs)
    for epoch in range(options.epochs):
        if epoch:
            plain = epoch == options.epochs - 1
            batches = _batches(articles, vocabulary, random_, options, plain=plain)
        loss = _run(network, batches, optimizer, schedule)
        seconds = round(time.time() - started)
        print(f"epoch {epoch + 1} of {options.epochs}: loss {loss:.4f}, {seconds} s", flush=True)
    return network.state_dict()


def _encoder(options: argparse.Namespace) -> BertModel:
    """The first layers of the encoder training starts from."""
    encoder = BertModel.from_pretrained(
        options.encoder, attn_implementation="eager", add_pooling_layer=False
    )
    encoder.encoder.layer = encoder.encoder.layer[: options.layers]
    encoder.config.num_hidden_layers = options.layers
    return encoder


def read_vocabulary(folder: Path) -> Vocabulary:
    """The encoder's vocabulary."""
    return Vocabulary((folder / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--length", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _optimizer(network: Tagger, rate: float) -> Optimizer:
    """AdamW, heads ten times as fast as the encoder, the few biases a hundred times."""
    encoder = list(network.encoder.parameters())
    biases = [network.distance_bias, network.rule_bias]
    known = {id(p) for p in (*encoder, *biases)}
    heads = [p for p in network.parameters() if id(p) not in known]
    groups = ((encoder, 1), (heads, 10), (biases, 100))
    return torch.optim.AdamW(
        [{"params": params, "lr": rate * times} for params, times in groups], weight_decay=0.01
    )


def _schedule(optimizer: Optimizer, total: int) -> LambdaLR:
    """The rate: up over the first steps, then down to nearly nothing."""

    def share(step: int) -> float:
        return min((step + 1) / (_WARM_UP * total), max(0.02, (total - step) / total))

    return torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _run(
    network: Tagger, batches: list[list[Example]], optimizer: Optimizer, schedule: LambdaLR
) -> float:
    """One epoch; its mean loss."""
    network.train()
    losses = []
    for batch in batches:
        loss = batch_loss(network, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss.detach()))
    return float(np.mean(losses))


def _save(weights: dict[str, torch.Tensor], facts: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(weights, folder / "tagger.pt")
    (folder / "log.json").write_text(json.dumps(facts), "utf-8")


def _batches(
    articles: list[dict[str, Any]],
    vocabulary: Vocabulary,
    random_: random.Random,
    options: argparse.Namespace,
    *,
    plain: bool = False,
) -> list[list[Example]]:
    """Batches of windows of like length, in random order, augmented unless `plain`."""
    examples: list[Example] = []
    for article in articles:
        changed = not plain and random_.random() < _REWRITTEN
        written = rewritten(article, random_) if changed else article
        augmented = not plain and random_.random() < _AUGMENTED
        shown = with_other_marks(written, random_) if augmented else written
        cut = not plain and random_.random() < options.short
        length = _SHORT_LENGTH if cut else options.length
        start = 0 if plain else random_.randrange(length // 2)
        examples += iter_examples(shown, vocabulary, length=length, start=start)
        if not plain and random_.random() < _HEADLINED:
            for made in headlines_of(article, random_):
                examples += iter_examples(made, vocabulary, length=options.length)
    examples.sort(key=lambda e: len(e.window.ids) + random_.randrange(8))
    batches = _packed(examples, options.batch * options.length)
    random_.shuffle(batches)
    return batches


def _packed(examples: list[Example], budget: int) -> list[list[Example]]:
    """Runs of examples whose padded size stays under a budget of pieces."""
    batches: list[list[Example]] = []
    current: list[Example] = []
    for example in examples:
        if current and (len(current) + 1) * len(example.window.ids) > budget:
            batches.append(current)
            current = []
        current.append(example)
    return [*batches, current] if current else batches


if __name__ == "__main__":
    main()
