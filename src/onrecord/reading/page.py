"""A page as a list of blocks (paragraphs, headings, list entries, cells), each with its place.

A `Block` knows the pieces of the source its words come from, the elements around it, and what the
markup says it is (a caption, a list of related links, a form). Nothing is thrown away here but what
no reader sees: scripts, styles, templates.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.elements import BLOCKS, CLOSED_BY, PARAGRAPH, UNSEEN, VOID
from onrecord.reading.markup import Token, attributes_of, iter_tokens
from onrecord.reading.roles import Role, role_of

_QUOTES = ("“”", "‘’")
_LOOK_BACK = 64
"""Open elements looked through for the one an end tag closes; deeper mistakes stay unrepaired."""
_MOST_TOKENS = 1_000_000
"""Tags and texts looked at; news pages have some thousands."""
_MOST_ROLES = 8


class Piece(NamedTuple):
    """Source from `start` to `end` as text; `inserted` stands in for it where it is not empty.

    `link` is the number of the link around it, 0 outside of links; `holder` that of the innermost
    element within the block that is no link; `role` what an element within the block says it is.
    """

    start: int
    end: int
    link: int = 0
    holder: int = 0
    role: Role | None = None
    inserted: str = ""


class Block(NamedTuple):
    """A paragraph, heading, list entry or cell.

    `tag` is the innermost element of block kind, `parent` the number of the block element around
    it and `signature` that element's tag and class; `roles` pairs the number of each element
    around the words with what its markup says it is; `article` is the number of the outermost
    `article` element around it, `row` that of the table row, 0 for none; `image` says that a
    picture stands before the words.
    """

    pieces: tuple[Piece, ...]
    tag: str
    parent: int
    signature: str
    roles: tuple[tuple[int, Role], ...] = ()
    article: int = 0
    row: int = 0
    image: bool = False


class Page(NamedTuple):
    """A page's blocks in order, and what it says of itself.

    `meta` are names (or properties) and contents of `meta` elements, `links` relations and
    addresses of `link` elements, `scripts` the JSON-LD sources, `times` the `datetime` values of
    `time` elements; `depth` is the deepest nesting; `whole` is False where the page was too big to
    be looked through.
    """

    source: str
    blocks: tuple[Block, ...]
    title: str
    meta: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    scripts: tuple[str, ...]
    times: tuple[str, ...]
    depth: int
    whole: bool


def read_page(source: str) -> Page:
    """The page an HTML source makes."""
    builder = _Builder(source)
    whole = True
    for count, token in enumerate(iter_tokens(source)):
        if count >= _MOST_TOKENS:
            whole = False
            break
        builder.read(token)
    builder.flush()
    return Page(
        source,
        tuple(builder.blocks),
        builder.title,
        tuple(builder.meta),
        tuple(builder.links),
        tuple(builder.scripts),
        tuple(builder.times),
        builder.depth,
        whole,
    )


class _Frame(NamedTuple):
    """An open element and what holds for everything in it."""

    tag: str
    number: int = 0
    is_block: bool = True
    signature: str = ""
    block: _Frame | None = None
    link: int = 0
    holder: int = 0
    unseen: bool = False
    inner_role: Role | None = None
    roles: tuple[tuple[int, Role], ...] = ()
    quotes: int = 0
    article: int = 0
    row: int = 0


class _Builder:
    """Takes in tokens one by one and keeps what a `Page` is made of."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.stack = [_Frame("")]
        self.open: dict[str, int] = {}
        self.numbers = 0
        self.depth = 0
        self.image = False
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.title = ""
        self.meta: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.times: list[str] = []

    def read(self, token: Token) -> None:
        """Take in one token."""
        if not token.name:
            self._add(token.start, token.end)
        elif token.name.startswith("/"):
            self._end(token.name[1:], token)
        elif token.raw_start >= 0:
            self._raw(token)
        else:
            self._start(token)

    def flush(self) -> None:
        """End the block that is being read."""
        if not self.pieces:
            return
        if any(p.inserted != "\n" and not self._is_blank(p) for p in self.pieces):
            top = self.stack[-1]
            frame = top if top.is_block else (top.block or self.stack[0])
            around = frame.block or self.stack[0]
            self.blocks.append(
                Block(
                    tuple(self.pieces),
                    frame.tag,
                    around.number,
                    around.signature,
                    frame.roles,
                    frame.article,
                    frame.row,
                    self.image,
                )
            )
            self.image = False
        self.pieces = []

    def _is_blank(self, piece: Piece) -> bool:
        return not piece.inserted and self.source[piece.start : piece.end].isspace()

    def _add(self, start: int, end: int, inserted: str = "") -> None:
        top = self.stack[-1]
        if not top.unseen:
            self.pieces.append(Piece(start, end, top.link, top.holder, top.inner_role, inserted))

    def _raw(self, token: Token) -> None:
        """Keep the content of an element that holds text only, where it tells something."""
        content = self.source[token.raw_start : token.raw_end]
        if token.name == "title" and not self.title and not self.open.get("svg"):
            self.title = content
        elif token.name == "script":
            kind = attributes_of(self.source, token).get("type", "")
            if "ld+json" in kind.lower():
                self.scripts.append(content)

    def _start(self, token: Token) -> None:
        name = token.name
        attributes = (
            attributes_of(self.source, token) if token.inner_end > token.inner_start else {}
        )
        if name in VOID:
            self._void(name, attributes, token)
            return
        if name == "time" and attributes.get("datetime"):
            self.times.append(attributes["datetime"])
        is_block = name in BLOCKS or ("-" in name and not self.open.get("p"))
        if is_block:
            self.flush()
            self.image = False
            self._close_implied(name)
        self._push(name, attributes, is_block=is_block)
        if name == "q":
            self._add(token.start, token.end, _QUOTES[self.stack[-2].quotes % 2][0])

    def _void(self, name: str, attributes: dict[str, str], token: Token) -> None:
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if key and attributes.get("content"):
                self.meta.append((key.lower(), attributes["content"]))
        elif name == "link":
            if attributes.get("href"):
                self.links.append((attributes.get("rel", "").lower(), attributes["href"]))
        elif name == "img":
            self.image = True
        elif name == "br":
            if self._ends_line():
                self.flush()
            else:
                self._add(token.start, token.end, "\n")
        elif name == "hr":
            self.flush()

    def _ends_line(self) -> bool:
        """Whether nothing but white space stands after the last line break: a second parts."""
        for piece in reversed(self.pieces):
            if piece.inserted == "\n":
                return True
            if not self._is_blank(piece):
                return False
        return False

    def _push(self, name: str, attributes: dict[str, str], *, is_block: bool) -> None:
        above = self.stack[-1]
        self.numbers += 1
        number = self.numbers
        role = role_of(name, attributes)
        in_link = name == "a" and "href" in attributes
        self.stack.append(
            _Frame(
                tag=name,
                number=number,
                is_block=is_block,
                signature=f"{name}.{attributes.get('class', '')}" if is_block else above.signature,
                block=above if above.is_block else above.block,
                link=number if in_link else above.link,
                holder=0 if is_block else above.holder if name == "a" else number,
                unseen=above.unseen or name in UNSEEN,
                inner_role=None if is_block else role or above.inner_role,
                roles=(*above.roles, (number, role))[:_MOST_ROLES]
                if role and is_block
                else above.roles,
                quotes=above.quotes + (name == "q"),
                article=above.article or (number if name == "article" else 0),
                row=number if name == "tr" else 0 if name == "table" else above.row,
            )
        )
        self.open[name] = self.open.get(name, 0) + 1
        self.depth = max(self.depth, len(self.stack))

    def _close_implied(self, name: str) -> None:
        """Close what the start of a block closes without an end tag: a `p`, the `li` before."""
        for closed, borders in (PARAGRAPH, CLOSED_BY.get(name, PARAGRAPH)):
            for tag in closed:
                if self.open.get(tag):
                    self._pop_to(tag, borders)

    def _end(self, name: str, token: Token) -> None:
        if not self.open.get(name):
            if name in ("p", "br"):  # browsers make an empty element of either
                self.flush()
            return
        if name == "q":
            self._add(token.start, token.end, _QUOTES[(self.stack[-1].quotes - 1) % 2][1])
        if name in BLOCKS:
            self.flush()
            self.image = False
            self._pop_to(name, frozenset())
        elif "-" in name:
            self._pop_custom(name)
        else:
            self._pop_inline(name)

    def _pop_to(self, name: str, borders: frozenset[str]) -> None:
        """Close elements up to and with `name`, unless a border or too many lie before it."""
        for back in range(1, min(len(self.stack), _LOOK_BACK + 1)):
            tag = self.stack[-back].tag
            if tag == name:
                self._pop(back)
                return
            if tag in borders:
                return

    def _pop_custom(self, name: str) -> None:
        """Close an element HTML does not know: it was a block unless it lay in a paragraph."""
        top = self.stack[-1]
        if top.is_block or not self.open.get("p"):
            self.flush()
            self._pop_to(name, frozenset())
        else:
            self._pop_inline(name)

    def _pop_inline(self, name: str) -> None:
        """Close an element within a block, and those opened within it; never a block."""
        for back in range(1, min(len(self.stack), _LOOK_BACK + 1)):
            frame = self.stack[-back]
            if frame.tag == name:
                self._pop(back)
                return
            if frame.is_block:
                return

    def _pop(self, count: int) -> None:
        for _ in range(count):
            self.open[self.stack.pop().tag] -= 1
