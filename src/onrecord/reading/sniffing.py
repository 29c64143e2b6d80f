"""What kind of file bytes are, by what stands in them; where that leaves it open, by the name."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.reading.fields import field_of

Format = Literal["html", "text", "markdown", "json", "table"]

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "unsupported", "a PDF"),
    (b"{\\rtf", "unsupported", "a word processor's file (RTF)"),
    (b"PK\x03\x04", "unsupported", "a zip archive, or a word processor's file (DOCX, ODT, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "unsupported", "a word processor's file (DOC)"),
    (b"WARC/", "unsupported", "a web archive (WARC)"),
    (b"BZh", "unsupported", "a bzip2 archive"),
    (b"\xfd7zXZ", "unsupported", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "unsupported", "a zstandard archive"),
    (b"7z\xbc\xaf", "unsupported", "a 7-zip archive"),
    (b"SQLite format 3", "unsupported", "a SQLite database"),
    (b"PAR1", "unsupported", "a Parquet file"),
    (b"\x89PNG", "not-text", "a picture (PNG)"),
    (b"\xff\xd8\xff", "not-text", "a picture (JPEG)"),
    (b"GIF8", "not-text", "a picture (GIF)"),
    (b"II*\0", "not-text", "a picture (TIFF)"),
    (b"MM\0*", "not-text", "a picture (TIFF)"),
    (b"\0\0\x01\0", "not-text", "a picture (icon)"),
    (b"wOF", "not-text", "a font"),
    (b"ID3", "not-text", "a recording (MP3)"),
    (b"OggS", "not-text", "a recording (Ogg)"),
    (b"fLaC", "not-text", "a recording (FLAC)"),
    (b"\x1aE\xdf\xa3", "not-text", "a video"),
    (b"\x7fELF", "not-text", "a program"),
    (b"MZ", "not-text", "a program"),
)
_AT_4 = {b"ftyp": "a video or picture (MP4, HEIC)"}
_AT_8 = {b"WEBP": "a picture (WebP)", b"WAVE": "a recording (WAV)", b"AVI ": "a video (AVI)"}
_ASSETS = frozenset("css js mjs map svg woff ttf otf eot ico scss less".split())
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 8192
_COMMENTS = r"\s*(?:<!--.{0,4000}?-->\s*)*"
_PAGE = re.compile(rf"{_COMMENTS}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(
    rf"{_COMMENTS}<(?:article|main|div|section|header|table|p|h[1-6]|title|meta|script|link|center"
    r"|font|span|nav|style|ul|blockquote|a|img|b|i|em|strong|br|hr)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b")
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>|<!--.{0,4000}?-->|\s)*<(rss|feed|rdf:RDF)\b", re.DOTALL
)
_BLOCKS = re.compile(r"</?(?:p|div|br|h[1-6]|li|article|body|td)\b[^<>]{0,300}>", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\}\s*$)|\[\s*(?:\{|\]\s*$))")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:.{0,1000}\r?\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_MARKDOWN = re.compile(r"(?m)^#{1,6} +\S|\[[^\]\n]+\]\(https?://|^(?:\*\*|__)\S.*(?:\*\*|__)\s*$")
_DELIMITERS = "\t;,|"


def find_obstacle(content: bytes, name: str) -> tuple[str, str] | None:
    """Kind and description of what cannot be read as text, None for what may be."""
    found = next(((kind, what) for magic, kind, what in _MAGIC if content.startswith(magic)), None)
    if found is None and content[4:8] in _AT_4:
        found = "not-text", _AT_4[content[4:8]]
    if found is None and content[:4] == b"RIFF" and content[8:12] in _AT_8:
        found = "not-text", _AT_8[content[8:12]]
    if found and (found[0] == "unsupported" or _looks_binary(content)):
        return found
    if extension_of(name) in _ASSETS:
        return "not-text", "a part of a web page (a script, a style, a drawing)"
    return ("not-text", "a file of bytes that are no text") if _looks_binary(content) else None


def sniff_format(text: str, name: str) -> Format | str:
    """The format of a text; for a feed or another XML file, "feed" or "xml"."""
    extension = extension_of(name)
    head = text[:_HEAD].lstrip("\ufeff")
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head) or (_XML.match(head) and "<html" in head):
        return "html"
    if _XML.match(head):
        return "xml"
    if _JSON.match(head) or extension in ("json", "jsonl", "ndjson"):
        return "json"
    if extension in ("csv", "tsv", "tab") or delimiter_of(text):
        return "table"
    if _FRONT_MATTER.match(head) or extension in ("md", "markdown", "mdown"):
        return "markdown"
    if _MARKUP.match(head):
        return "html"
    if extension in ("html", "htm", "xhtml", "shtml") or len(_BLOCKS.findall(head)) >= 3:
        return "html"
    return "markdown" if extension != "txt" and _MARKDOWN.match(head) else "text"


def delimiter_of(text: str) -> str | None:
    """What parts the columns of a table whose first line names a text and another field."""
    line = next((x for x in text[:_HEAD].lstrip("\ufeff").splitlines() if x.strip()), "")
    for delimiter in _DELIMITERS:
        cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
        fields = {field_of(cell) for cell in cells} - {None}
        if len(cells) >= 2 and "text" in fields and len(fields) >= 2:
            return delimiter
    return None


def extension_of(name: str) -> str:
    """The extension of a name in lower case, without ".gz" after it."""
    base = name.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".gz")
    return base.rpartition(".")[2] if "." in base else ""


def _looks_binary(content: bytes) -> bool:
    """Whether control characters stand in the bytes as they do in no text."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(head):
        return False
    return len(_CONTROL.findall(head)) > 0.02 * len(head)


def _is_wide(head: bytes) -> bool:
    """Whether every second byte is zero, as in UTF-16 without a mark."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.7 * (len(head) / 2) and min(even, odd) < 0.05 * (len(head) / 2)
