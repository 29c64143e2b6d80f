"""Files that nobody would publish: broken, huge, contradictory, or built to trip a reader up.

Every one is made from a number, so that a failure can be made again from the number it names.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

CASES = json.loads((Path(__file__).parent / "cases/hostile.json").read_text("utf-8"))
ENCODINGS = [
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "cp1252",
    "latin-1",
    "shift_jis",
]
SUFFIXES = ("txt", "html", "md", "jsonl", "csv", "tsv", "xml", "json", "warc", "htm", "rss", "")


def make_hostile(number: int) -> tuple[str, bytes]:
    """A file name and the file's bytes, the same for the same number."""
    chance = random.Random(number)  # noqa: S311  no secrets here
    suffix = SUFFIXES[number % len(SUFFIXES)]
    name = f"{number:05d}.{suffix}" if suffix else f"{number:05d}"
    if chance.random() < 0.1:
        magic: str = chance.choice(CASES["magic"])
        return name, magic.encode("latin-1") + chance.randbytes(chance.randrange(400))
    if chance.random() < 0.05:
        return name, _too_much(chance).encode()
    text = _MAKERS.get(suffix, _text)(chance)
    raw = text.encode(chance.choice(ENCODINGS), "replace")
    return name, _damaged(raw, chance) if chance.random() < 0.2 else raw


def make_hostile_line(number: int) -> bytes:
    """A line that is an article line, or nearly one."""
    return _json_lines(random.Random(number)).encode("utf-8", "replace")  # noqa: S311


def _text(chance: random.Random) -> str:
    """Pieces of articles in no order."""
    return "".join(chance.choices(CASES["pieces"], k=chance.randrange(120)))


def _page(chance: random.Random) -> str:
    """Pieces of pages in no order, at times inside a page that is one."""
    inside = "".join(
        chance.choice((chance.choice(CASES["tags"]), _text(chance)[:40]))
        for _ in range(chance.randrange(60))
    )
    if chance.random() < 0.5:
        body = "".join(f"<p>{_text(chance)}</p>" for _ in range(chance.randrange(6)))
        head = f"<head><title>{_text(chance)[:30]}</title></head>"
        return f"<html>{head}<body>{body}{inside}</body></html>"
    return inside


def _json_lines(chance: random.Random) -> str:
    """Article lines with keys left out, given twice, or of the wrong type."""
    odd = (None, 7, 1.5, [], {}, "", True, _text(chance), ["x"], {"a": 1})
    rows = []
    for _ in range(chance.randrange(1, 4)):
        row: dict[str, object] = {"id": str(chance.randrange(9)), "text": _text(chance)}
        for key in chance.sample(
            ("id", "text", "title", "url", "published", "problems", "furniture"), 2
        ):
            if chance.random() < 0.4:
                row[key] = chance.choice(odd)
        line = json.dumps(row)
        rows.append(line[: chance.randrange(len(line))] if chance.random() < 0.15 else line)
    return "\n".join(rows) + "\n"


def _table(chance: random.Random) -> str:
    """Rows of cells, some quoted, some torn."""
    head = chance.choice(("id,text", "title,text,outlet", "text", "id\ttext\ttitle", "a,b,c", ""))
    cells = [_text(chance)[:60] for _ in range(chance.randrange(12))]
    return head + "\n" + chance.choice((",", "\t", '","', '"', "\n")).join(cells)


def _feed(chance: random.Random) -> str:
    """A feed whose entries hold anything."""
    entries = "".join(
        f"<item><title>{_text(chance)[:20]}</title><description>{_text(chance)}</description></item>"
        for _ in range(chance.randrange(4))
    )
    entity = f'<!DOCTYPE x [<!ENTITY e "{"boo" * 9}">]>'
    return f'<?xml version="1.0"?>{entity}<rss><channel>{entries}&e;</channel></rss>'


def _too_much(chance: random.Random) -> str:
    """One thing far too often."""
    piece: str = chance.choice(CASES["too_much"])
    return piece * (3_000 // len(piece))


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, or cut off."""
    damaged = bytearray(raw)
    for _ in range(chance.randrange(8)):
        if damaged:
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged[: chance.randrange(len(damaged) + 1)])


_MAKERS = {
    "jsonl": _json_lines,
    "json": _json_lines,
    "csv": _table,
    "tsv": _table,
    "xml": _feed,
    "rss": _feed,
    "html": _page,
    "htm": _page,
}
