"""An attribution while it is being put together: spans instead of tokens, not yet nested."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.text import merge_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.sources import Phrase
    from onrecord.attribution.tokens import Token


class Found(NamedTuple):
    """Content, cue and source spans in one text, the type, and the rules that found them."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    type: str
    rules: tuple[str, ...]
    sentence: int = -1
    score: float | None = None

    @property
    def hull(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.content[0].start, self.content[-1].end)

    def also(self, pieces: Iterable[Span], rule: str) -> Found:
        """The same attribution with further content, for a reason."""
        content = merge_spans((*self.content, *pieces))
        rules = self.rules if rule in self.rules else (*self.rules, rule)
        return self._replace(content=content, rules=rules)


def found_from(draft: Draft, tokens: Sequence[Token], sentence: int) -> Found:
    """A draft in token indexes as spans of the text."""
    return Found(
        tuple(_span(tokens, piece) for piece in sorted(draft.content)),
        (_span(tokens, draft.cue),),
        () if draft.source is None else (_span(tokens, draft.source),),
        draft.type,
        (draft.rule,),
        sentence,
    )


def _span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
