"""The elements of HTML that matter to reading: which part blocks, which close which."""

from __future__ import annotations

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that hold nothing and have no end tag."""
BLOCKS = HEADINGS | frozenset(
    "address article aside audio blockquote body canvas caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form head header hgroup html legend li main math menu nav"
    " noscript object ol optgroup option p pre section select summary svg table tbody td template"
    " tfoot th thead tr ul video".split()
)
"""Elements that begin a block of their own."""
UNSEEN = frozenset("audio canvas math noscript object svg template video".split())
"""Elements whose words no reader sees."""

CLOSED_BY = {
    "li": (("li",), frozenset("ul ol menu".split())),
    "dt": (("dt", "dd"), frozenset({"dl"})),
    "dd": (("dt", "dd"), frozenset({"dl"})),
    "tr": (("td", "th", "tr"), frozenset({"table"})),
    "td": (("td", "th"), frozenset({"tr", "table"})),
    "th": (("td", "th"), frozenset({"tr", "table"})),
    "option": (("option",), frozenset({"select"})),
}
"""Which open elements the start of one closes, and beyond which borders it does not."""
PARAGRAPH = (("p",), frozenset("td th table button object".split()))
"""The same for every block: it closes an open paragraph."""
