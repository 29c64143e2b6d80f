"""Texts for property tests: every kind of mark, script, space and line break, mixed at random."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [*"\"'“”‘’„‚«»‟‛`´″′", "''", "``"]
STOPS = [*".,;:!?…-–—()[]", "..", " .", " ,", "。", "؟", "·"]
SPACES = [" ", "  ", "\n", "\n\n", "\n \n", "\r\n", "\t", "\u00a0", "\u202f", "\u2028", "\x0b"]
INVISIBLE = ["\u00ad", "\u200b", "\ufeff", "\u200f", "\u202e", "\x00", "\x07", "\x1f", "\u0301"]
WORDS = [
    *[
        "boat",
        "Moe",
        "I",
        "a",
        "dockers",
        "isn't",
        "it’s",
        "U.S.",
        "Dr.",
        "e.g.",
        "1,200",
        "12",
        "s",
    ],
    *[
        "ﬁne",
        "Café",
        "лодка",
        "Βάρκα",
        "قارب",
        "海很",
        "船",
        "🚢",
        "👩‍👩‍👧",
        "e\u0301te\u0301",
        "’90s",
        '12"',
    ],
    *["said", "told", "“run”", "‘run’", "\ud83d", "ß", "İ", "ǆ"],
]

odd_texts = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(SPACES),
        st.sampled_from(MARKS),
        st.sampled_from(STOPS),
        st.sampled_from(INVISIBLE),
        st.text(max_size=4),
    ),
    max_size=60,
).map("".join)
"""Short texts in which anything stands next to anything."""
