"""The tagger's network: a small encoder that knows what the rules found, and a joint linker.

One pass over a window gives, for every word piece, cue tags, attribution types, and two vectors:
a `query` (the piece as first or last piece of a cue) and a `key` (the piece as part of a source
or content). The role of a piece towards a cue is their bilinear score per role, plus a bias for
the distance and for the role the rules gave: nothing is linked by nearness, so nested
attributions, shared sources and split contents need no special case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from transformers import BertModel

ROLES = 5
DISTANCES = 16
RULE_PRIOR = [
    [0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 1.5, 1.5, 0.0, 0.0],
    [0.0, 0.0, 0.0, 1.5, 1.5],
]
"""Where training starts from: pieces that the rules gave a role towards a cue likely have it."""


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed distances in pieces, in sixteen buckets that widen with the distance."""
    size = torch.clamp(torch.log2(distance.abs().float() + 1), max=7).long()
    return torch.where(distance < 0, size, size + 8)


class Tagger(nn.Module):
    """Encoder, token heads and linker."""

    def __init__(self, encoder: BertModel, flags: int, width: int = 64) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        self.flag_vectors = nn.Parameter(torch.randn(flags, hidden) * 0.01)
        self.cue_head = nn.Linear(hidden, 3)
        self.type_head = nn.Linear(hidden, 3)
        self.query = nn.Linear(hidden, ROLES * width)
        self.key = nn.Sequential(nn.Linear(hidden, width), nn.GELU(), nn.Linear(width, width))
        self.role_head = nn.Linear(hidden, ROLES)
        self.distance_bias = nn.Parameter(torch.zeros(DISTANCES, ROLES))
        self.rule_bias = nn.Parameter(torch.tensor(RULE_PRIOR))
        self.width = width
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, mask: Tensor, flags: Tensor) -> tuple[Tensor, ...]:
        """Cue logits, type logits, queries, keys and role logits of each piece."""
        return self.read(self.encoder.embeddings.word_embeddings(ids), mask, flags)

    def read(self, words: Tensor, mask: Tensor, flags: Tensor) -> tuple[Tensor, ...]:
        """The same of word vectors instead of ids: what the shipped graph computes."""
        words = words + flags @ self.flag_vectors
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return (
            self.cue_head(hidden),
            self.type_head(hidden),
            self.query(hidden),
            self.key(hidden),
            self.role_head(hidden),
        )

    def link(
        self, query: Tensor, keys: Tensor, roles: Tensor, distance: Tensor, rule_roles: Tensor
    ) -> Tensor:
        """Role logits (cues x pieces x roles) of cues in one window.

        `query` is the sum over a cue's first and last piece (cues x roles*width), `keys` and
        `roles` come from `forward`, `distance` is piece index minus the cue's.
        """
        q = query.view(-1, ROLES, self.width)
        scores = torch.einsum("crd,td->ctr", q, keys) / self.width**0.5
        return (
            scores
            + roles[None]
            + self.distance_bias[distance_bucket(distance)]
            + self.rule_bias[rule_roles]
        )
