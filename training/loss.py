"""What training minimises: cue tags, types, and every piece's role towards every cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch
from torch import nn

from onrecord.attribution.tagger.features import FLAGS

if TYPE_CHECKING:
    from examples import Example
    from network import Tagger
    from torch import Tensor

_ROLE_PIECES = 12
"""Pieces with a role that every cue is credited with, so that short contents do not outweigh."""

_TYPE_SHARE = 0.1
_NO_TAG = -100


class _Padded(NamedTuple):
    """A batch as tensors, windows padded to the longest."""

    ids: Tensor
    mask: Tensor
    flags: Tensor
    tags: Tensor


def batch_loss(network: Tagger, batch: list[Example]) -> Tensor:
    """Mean loss over a batch."""
    padded = _pad(batch)
    cue, type_, query, key, role = network(padded.ids, padded.mask, padded.flags)
    tags = nn.functional.cross_entropy(cue.view(-1, 3), padded.tags.view(-1), ignore_index=_NO_TAG)
    rest = []
    for row, example in enumerate(batch):
        if example.cues:
            n = len(example.window.ids)
            rest.append(_role_loss(network, example, query[row], key[row, :n], role[row, :n]))
            rest.append(_TYPE_SHARE * _type_loss(example, type_[row]))
    cues = max(1, sum(len(e.cues) for e in batch))
    return tags + torch.stack(rest).sum() / cues if rest else tags


def _pad(batch: list[Example]) -> _Padded:
    shape = (len(batch), max(len(e.window.ids) for e in batch))
    ids, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    tags = np.full(shape, _NO_TAG, dtype=np.int64)
    flags = np.zeros((*shape, FLAGS), dtype=np.float32)
    for row, example in enumerate(batch):
        n = len(example.window.ids)
        ids[row, :n], mask[row, :n], tags[row, :n] = example.window.ids, 1, example.cue_tags
        flags[row, :n] = flag_bits(example.window.flags)
    return _Padded(*(torch.tensor(array) for array in (ids, mask, flags, tags)))


def _role_loss(
    network: Tagger, example: Example, query: Tensor, key: Tensor, role: Tensor
) -> Tensor:
    """Sum over the cues of one window of their pieces' loss, by how many pieces have a role."""
    first = torch.tensor([c.first for c in example.cues])
    last = torch.tensor([c.last for c in example.cues])
    gold = torch.tensor(np.stack([c.roles for c in example.cues]))
    rules = torch.tensor(np.stack([c.rule_roles for c in example.cues]))
    distance = torch.arange(len(key))[None] - first[:, None]
    logits = network.link(query[first] + query[last], key, role, distance, rules)
    each = nn.functional.cross_entropy(logits.transpose(1, 2), gold, reduction="none")
    return (each.sum(1) / ((gold > 0).sum(1) + _ROLE_PIECES)).sum()


def _type_loss(example: Example, types: Tensor) -> Tensor:
    """Sum over the real cues of one window; cues that only the rules have are no type."""
    real = [c for c in example.cues if c.type >= 0]
    if not real:
        return types.sum() * 0
    first = torch.tensor([c.first for c in real])
    gold = torch.tensor([c.type for c in real])
    return nn.functional.cross_entropy(types[first], gold, reduction="sum")


def flag_bits(flags: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A bit set per piece as a row of zeros and ones."""
    return ((flags[:, None] >> np.arange(FLAGS)[None]) & 1).astype(np.float32)
