"""Trains the tagger: python training/train.py DATA... --encoder FOLDER --out FOLDER.

Reads articles in the form of the free annotated news, starts from MiniLM-L6 (Apache-2.0), runs on
one CPU core in about an hour, writes weights and a log. Nothing but the files named trains it.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from augment import headlines_of, with_other_marks
from examples import Example, iter_examples, read_articles
from network import Tagger
from torch.nn import functional as F
from transformers import BertModel

from onrecord.attribution.tagger.features import FLAGS
from onrecord.attribution.tagger.pieces import Vocabulary


_ROLE_PIECES = 12
"""Pieces with a role that every cue is credited with, so that short contents do not outweigh."""


def main() -> None:
    """Train and save."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    random_ = random.Random(options.seed)
    vocabulary = read_vocabulary(options.encoder)
    encoder = BertModel.from_pretrained(
        options.encoder, attn_implementation="eager", add_pooling_layer=False
    )
    encoder.encoder.layer = encoder.encoder.layer[: options.layers]
    encoder.config.num_hidden_layers = options.layers
    network = Tagger(encoder, FLAGS)
    articles = read_articles(options.data)
    optimizer, schedule = None, None
    started, step = time.time(), 0
    for epoch in range(options.epochs):
        batches = _batches(
            articles, vocabulary, random_, options, plain=epoch == options.epochs - 1
        )
        if optimizer is None:
            optimizer = _optimizer(network, options)
            total = len(batches) * options.epochs
            schedule = torch.optim.lr_scheduler.LambdaLR(
                optimizer, lambda s: min((s + 1) / (0.06 * total), max(0.02, (total - s) / total))
            )
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
            step += 1
            if step % 20 == 0:
                print(
                    f"epoch {epoch} step {step} loss {np.mean(losses[-20:]):.4f} {time.time() - started:.0f} s",
                    flush=True,
                )
        options.out.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), options.out / "tagger.pt")
        (options.out / "log.json").write_text(
            json.dumps(
                {
                    "epoch": epoch,
                    "loss": float(np.mean(losses)),
                    "seconds": time.time() - started,
                    "layers": options.layers,
                }
            )
        )


def read_vocabulary(folder: Path) -> Vocabulary:
    """The encoder's vocabulary."""
    return Vocabulary((folder / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--length", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _optimizer(network: Tagger, options: argparse.Namespace) -> torch.optim.Optimizer:
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    biases = [network.distance_bias, network.rule_bias]
    known |= {id(p) for p in biases}
    heads = [p for p in network.parameters() if id(p) not in known]
    groups = ((encoder, 1), (heads, 10), (biases, 100))
    return torch.optim.AdamW(
        [{"params": params, "lr": options.rate * times} for params, times in groups],
        weight_decay=0.01,
    )


def _batches(
    articles: list[dict[str, Any]],
    vocabulary: Vocabulary,
    random_: random.Random,
    options: argparse.Namespace,
    *,
    plain: bool,
) -> list[list[Example]]:
    """Batches of windows of like length, in random order, augmented unless `plain`."""
    examples: list[Example] = []
    for article in articles:
        shown = article if plain or random_.random() < 0.4 else with_other_marks(article, random_)
        start = 0 if plain else random_.randrange(options.length // 2)
        examples += iter_examples(shown, vocabulary, length=options.length, start=start)
        if not plain and random_.random() < 0.3:
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


def batch_loss(network: Tagger, batch: list[Example]) -> torch.Tensor:
    """Mean loss of cue tags, types and roles over a batch."""
    size = max(len(e.window.ids) for e in batch)
    ids, mask = (
        np.zeros((len(batch), size), dtype=np.int64),
        np.zeros((len(batch), size), dtype=np.int64),
    )
    flags = np.zeros((len(batch), size, FLAGS), dtype=np.float32)
    tags = np.full((len(batch), size), -100, dtype=np.int64)
    for row, example in enumerate(batch):
        n = len(example.window.ids)
        ids[row, :n], mask[row, :n], tags[row, :n] = example.window.ids, 1, example.cue_tags
        flags[row, :n] = flag_bits(example.window.flags)
    cue, type_, query, key, role = network(
        torch.tensor(ids), torch.tensor(mask), torch.tensor(flags)
    )
    loss = F.cross_entropy(cue.view(-1, 3), torch.tensor(tags).view(-1), ignore_index=-100)
    role_losses, type_losses = [], []
    for row, example in enumerate(batch):
        if not example.cues:
            continue
        n = len(example.window.ids)
        first = torch.tensor([c.first for c in example.cues])
        last = torch.tensor([c.last for c in example.cues])
        gold = torch.tensor(np.stack([c.roles for c in example.cues]))
        rules = torch.tensor(np.stack([c.rule_roles for c in example.cues]))
        distance = torch.arange(n)[None] - first[:, None]
        logits = network.link(
            query[row, first] + query[row, last], key[row, :n], role[row, :n], distance, rules
        )
        each = F.cross_entropy(logits.transpose(1, 2), gold, reduction="none")
        role_losses.append((each.sum(1) / ((gold > 0).sum(1) + _ROLE_PIECES)).sum())
        real = [k for k, c in enumerate(example.cues) if c.type >= 0]
        if real:
            types = torch.tensor([example.cues[k].type for k in real])
            type_losses.append(F.cross_entropy(type_[row, first[real]], types, reduction="sum"))
    cues = max(1, sum(len(e.cues) for e in batch))
    if role_losses:
        loss = loss + torch.stack(role_losses).sum() / cues
    if type_losses:
        loss = loss + torch.stack(type_losses).sum() / cues * 0.1
    return loss


def flag_bits(flags: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A bit set per piece as a row of zeros and ones."""
    return ((flags[:, None] >> np.arange(FLAGS)[None]) & 1).astype(np.float32)


if __name__ == "__main__":
    main()
