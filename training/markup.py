"""Layouts read and filled: text with every attribution's spans, copied words kept where they were.

A layout is a line like

    [s $S], who [c <say>] [q that $q]

Square brackets label what they hold: `s` source, `c` cue, `q` content, with a number for another
attribution than the first (`s1`) and, on a cue, the type where it is not speech (`c1:attitude`).
`{a|b}` is one of several, `<list>` a word of a list, `<list.form>` the word in that form.
`$name` is a hole for words of the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verbs import inflected

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

_CHOICE = re.compile(r"\{([^{}]*)\}")
_LIST = re.compile(r"<(\w+)(?:\.(\w+))?>")
_CLOSING = "\"'”’»"
_TOKEN = re.compile(r"\[([scq])(\d?)(?::(\w+))?(?: |(?=\[|\$))|(\])|\$(\w+)|([^\[\]$]+)")


class Fragment(NamedTuple):
    """Words to write; `origin` is where in the article they stood, negative if nowhere."""

    text: str
    origin: int = -1


class Label(NamedTuple):
    """One labelled stretch of what was written: whose, which role, where."""

    number: int
    role: str
    start: int
    end: int


class Built(NamedTuple):
    """A layout filled: its text, labels, types by number, and what was copied.

    A copy is (start in the article, end there, start in the text).
    """

    text: str
    labels: tuple[Label, ...]
    types: dict[int, str]
    copies: tuple[tuple[int, int, int], ...]

    def spans(self, number: int, role: str) -> list[list[int]]:
        """Where one attribution's spans of a role are, in order of the text."""
        found = [(a.start, a.end) for a in self.labels if (a.number, a.role) == (number, role)]
        return [list(span) for span in sorted(found)]


def chosen(
    layout: str,
    lists: Mapping[str, Sequence[str]],
    random_: random.Random,
    *,
    form: str,
    plural: bool,
) -> str:
    """The layout with every choice made and every list's word put in.

    Words of a list without a form take `form`: the tense of the article's own cue; "one" and
    "many" are the past of a subject whose number is known, "plain" leaves words as listed. A list
    named with a capital is plain with a capital, and so is "Ing" the form in -ing.
    """

    def one_of(match: re.Match[str]) -> str:
        return random_.choice(str(match[1]).split("|"))

    def word(match: re.Match[str]) -> str:
        phrase = random_.choice(lists[match[1].lower()])
        wanted = match[2] or form
        if match[1][0].isupper():
            return capital(phrase)
        if wanted == "plain":
            return phrase
        if wanted in ("one", "many"):
            return inflected(phrase, "past", plural=wanted == "many")
        made = inflected(phrase, wanted.lower(), plural=plural)
        return capital(made) if wanted[0].isupper() else made

    while _CHOICE.search(layout):
        layout = _CHOICE.sub(one_of, layout)
    return _LIST.sub(word, layout)


def capital(words: str) -> str:
    """The words with a capital first."""
    return words[:1].upper() + words[1:]


def filled(layout: str, holes: Mapping[str, Sequence[Fragment]]) -> Built:
    """The layout as text and labels; `holes` gives the fragments for each `$name`.

    Raises KeyError for a hole nobody fills and ValueError for brackets that do not close.
    """
    text, marked = "", -1
    opened: list[tuple[int, str, int]] = []
    labels: list[Label] = []
    types: dict[int, str] = {}
    copies: list[tuple[int, int, int]] = []
    for match in _TOKEN.finditer(layout):
        role, number, type_, closing, hole, literal = match.groups()
        if role:
            opened.append((int(number or 0), role, len(text)))
            if type_:
                types[int(number or 0)] = type_
        elif closing:
            if not opened:
                raise ValueError(f"a bracket too many in {layout!r}")
            labels.append(Label(*opened.pop(), len(text)))
        elif hole:
            for fragment in _fitting(holes[hole], layout, match.end()):
                if fragment.origin >= 0:
                    end = fragment.origin + len(fragment.text)
                    copies.append((fragment.origin, end, len(text)))
                text += fragment.text
            marked = len(text) if fragment.text in _CLOSING and fragment.origin < 0 else -1
        elif marked == len(text) and literal[0] in ",.":
            stop = "" if text[-2] in ".,?!…" else literal[0]
            labels = [a._replace(end=a.end + len(stop) * (a.end == marked)) for a in labels]
            text = text[:-1] + stop + text[-1] + literal[1:]
        elif literal[0] == text[-1:] == ".":
            text += literal[1:]
        else:
            text += literal
    if opened:
        raise ValueError(f"a bracket that does not close in {layout!r}")
    return Built(text, tuple(labels), types, tuple(copies))


def _fitting(fragments: Sequence[Fragment], layout: str, at: int) -> Sequence[Fragment]:
    """The fragments without a closing comma where the sentence pauses or ends anyhow."""
    follows = layout[at:].lstrip("]")[:2]
    last = fragments[-1]
    if last.text == "," and not re.match(r" [\[\w$]", follows):
        return fragments[:-1]
    return fragments
