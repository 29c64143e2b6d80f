"""Words as printed, without the quotation marks around them."""

from __future__ import annotations

_AROUND = '“”„‟"«»‘’‚‛`´ \t\n,;'
"""Marks, and the comma that the sentence around a quotation puts inside them."""

_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"))


def without_marks(text: str) -> str:
    """The text without the marks around it; one whose partner stands inside stays.

    >>> without_marks("“We will not sell,”"), without_marks("the leaf is “out of true”")
    ('We will not sell', 'the leaf is “out of true”')
    """
    bare = text.strip(_AROUND)
    start = text.index(bare) if bare else 0
    before, after = text[:start], text[start + len(bare) :]
    for opening, closing in _PAIRS:
        opens, closes = opening in before, closing in after
        lacks_opening, lacks_closing = _unpaired(bare, opening, closing)
        bare = opening * (opens and lacks_opening) + bare + closing * (closes and lacks_closing)
    times = bare.count('"')
    both = '"' in before and '"' in after
    if times and (both if times % 2 == 0 else not both):
        bare = '"' * ('"' in before) + bare + '"' * ('"' in after)
    return bare


def _unpaired(text: str, opening: str, closing: str) -> tuple[bool, bool]:
    """Whether a mark in the text lacks its partner before it, and whether one lacks it after it."""
    if opening not in text and closing not in text:
        return False, False
    depth = 0
    lacks_opening = False
    for character in text:
        if character == opening:
            depth += 1
        elif character == closing:
            lacks_opening = lacks_opening or depth == 0
            depth = max(0, depth - 1)
    return lacks_opening, depth > 0
