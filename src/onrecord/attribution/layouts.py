"""How source, cue and content stand to one another in a sentence: the rules, in order.

Each rule is a function that looks at one cue and answers with a `Draft` or None; `read_sentence`
tries them in order. A draft names the rule that made it, so that every attribution can say why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.according import according_to
from onrecord.attribution.ahead import leading_participle, plain
from onrecord.attribution.behind import inverted, parenthetical
from onrecord.attribution.citing import find_citations
from onrecord.attribution.cues import find_cues
from onrecord.attribution.hearsay import find_hearsay
from onrecord.attribution.noun_cues import noun_of_saying
from onrecord.attribution.passives import passive
from onrecord.attribution.sayings import find_sayings
from onrecord.attribution.viewpoints import find_viewpoints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token

_RULES = (
    according_to,
    noun_of_saying,
    leading_participle,
    passive,
    inverted,
    parenthetical,
    plain,
)


def read_sentence(tokens: Sequence[Token]) -> list[Draft]:
    """Drafts of a sentence, in the order of their cues."""
    cues = find_cues(tokens)
    drafts: list[Draft] = []
    for index, cue in enumerate(cues):
        for rule in _RULES:
            draft = rule(tokens, cue, drafts, cues[index + 1 :])
            if draft is not None:
                drafts.append(draft)
                break
    citations = find_citations(tokens, cues)
    if citations:
        taken = {draft.cue for draft in citations}
        drafts = [*(draft for draft in drafts if draft.cue not in taken), *citations]
    beside = [*find_viewpoints(tokens), *find_sayings(tokens), *find_hearsay(tokens)]
    return sorted([*drafts, *beside], key=lambda draft: draft.cue)
