"""The gold of the sample coverage says nothing that its files do not show.

Standard library only, with a reader of its own, so that the gold is checked against the bytes in
the folder and never against what onrecord makes of them.
"""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "examples" / "lock-gate"
ARTICLES = SAMPLE / "articles"
GOLD = json.loads((SAMPLE / "gold.json").read_text("utf-8"))

BLOCK_TAG = re.compile(
    r"address|article|aside|blockquote|body|br|button|center|div|dd|dl|dt|figcaption|figure|footer"
    r"|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|section|table|td|th|title|tr|ul"
)


class BlockReader(HTMLParser):
    """Collects the text blocks of a page, entities decoded and the marks of <q> put back."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self.skipping = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or a quotation."""
        if tag in ("script", "style"):
            self.skipping = True
        elif tag == "q":
            self.blocks[-1] += "“"
        elif BLOCK_TAG.fullmatch(tag):
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Close a block or a quotation."""
        if tag in ("script", "style"):
            self.skipping = False
        elif tag == "q":
            self.blocks[-1] += "”"
        elif BLOCK_TAG.fullmatch(tag):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Add readable text to the open block."""
        if not self.skipping:
            self.blocks[-1] += data


def decode(raw: bytes) -> str:
    """The characters of a file, in the encoding that it declares or else in UTF-8."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", raw[:1024])
    return raw.decode(declared[1].decode("ascii") if declared else "utf-8")


def fold(text: str) -> str:
    """The text without soft hyphens and with every run of white space made one space."""
    return " ".join(text.replace("\u00ad", "").replace("\u00a0", " ").split())


def read_blocks(file: str, record: int | None = None) -> list[str]:
    """The readable blocks of an article file (or of one row of a CSV file), in file order."""
    text = decode((ARTICLES / file).read_bytes())
    if file.endswith(".csv"):
        row = list(csv.DictReader(text.splitlines(keepends=True)))[record or 0]
        blocks = [row["headline"], *row["body"].split("\n")]
    elif file.endswith((".html", ".htm")):
        reader = BlockReader()
        reader.feed(text)
        blocks = reader.blocks
    else:
        if file.endswith(".md"):
            text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).replace("*", "")
            text = re.sub(r"(?m)^#+ ", "", re.sub(r"(?s)\A---\n.*?\n---\n", "", text))
        blocks = text.split("\n")
    return [folded for block in blocks if (folded := fold(block))]


KEYS = [(row["file"], row.get("record")) for row in GOLD["articles"]]
META = {(row["file"], row.get("record")): row for row in GOLD["articles"]}
BLOCKS_OF = {key: read_blocks(*key) for key in KEYS}
NAMED = {row["name"]: row for row in GOLD["attributions"]}
OUTSIDE = ("caption", "pull_quotes", "byline_lines")  # neither article text nor furniture


def key_of(row: dict) -> tuple[str, int | None]:
    """The article that a gold row speaks of."""
    return row["article"], row.get("record")


def key_of_member(member: str) -> tuple[str, int | None]:
    """The article that a member of a copy group names ("file" or "file#row")."""
    file, _, record = member.partition("#")
    return file, int(record) if record else None


def body_of(key: tuple[str, int | None]) -> str:
    """The text of an article: its blocks without title, byline, caption, pull quote, furniture."""
    row = META[key]
    apart = {row["title"]}.union(*(row[name] for name in OUTSIDE))
    blocks = BLOCKS_OF[key][1:] if key[0].endswith((".html", ".htm")) else BLOCKS_OF[key]
    kept = []
    for block in blocks:
        rest = block
        for text in sorted(row["furniture"], key=len, reverse=True):
            rest = rest.replace(text, "")
        if block not in apart and re.search(r"\w", rest):
            kept.append(block)
    return " ".join(kept)


BODIES = {key: body_of(key) for key in KEYS}


def count(text: str, piece: str) -> int:
    """How often a piece stands in a text as whole words."""
    left = r"(?<!\w)" if piece[0].isalnum() else ""
    right = r"(?!\w)" if piece[-1].isalnum() else ""
    return len(re.findall(left + re.escape(piece) + right, text))


def place_of(row: dict) -> str:
    """The text that a gold row points into: the title of its article, or the body."""
    return META[key_of(row)]["title"] if row.get("in_title") else BODIES[key_of(row)]


def by_name(row: dict) -> str:
    """A test id for a gold row."""
    return str(row.get("name") or row.get("statement") or row.get("what") or row.get("file"))


def test_every_file_is_accounted_for() -> None:
    """Each file of the folder is an article of the gold or listed as unreadable, never both."""
    files = {path.name for path in ARTICLES.iterdir()}
    assert {file for file, _ in KEYS} | set(GOLD["unreadable"]) == files
    assert not {file for file, _ in KEYS} & set(GOLD["unreadable"])
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("file", GOLD["unreadable"])
def test_unreadable_files_hold_no_text(file: str) -> None:
    """A file listed as unreadable is empty or holds the bytes of a picture."""
    raw = (ARTICLES / file).read_bytes()
    assert not raw or raw.startswith(b"\x89PNG")


@pytest.mark.parametrize("row", GOLD["articles"], ids=by_name)
def test_what_is_said_of_an_article_stands_in_its_file(row: dict) -> None:
    """Title, outlet, byline, furniture, captions and stray bylines occur in the file."""
    key = row["file"], row.get("record")
    source = decode((ARTICLES / row["file"]).read_bytes())
    assert row["title"] in BLOCKS_OF[key] or row["title"] in source
    for name in ("outlet", "byline", "stray_byline"):
        assert row[name] is None or row[name] in source or row[name].upper() in source
    for text in row["furniture"]:
        assert text in " ".join(BLOCKS_OF[key])
        assert not count(BODIES[key], text)
    for name in OUTSIDE:
        assert set(row[name]) <= set(BLOCKS_OF[key])


@pytest.mark.parametrize("row", GOLD["articles"], ids=by_name)
def test_a_date_can_be_read_off_the_file(row: dict) -> None:
    """Day and year of a publication date that the gold gives stand in the file or its name."""
    if row["published"] is not None:
        year, _, day = row["published"].split("-")
        source = decode((ARTICLES / row["file"]).read_bytes())
        assert row["published"] in source or re.search(rf"\b{int(day)} \w+ {year}\b", source)


@pytest.mark.parametrize("row", GOLD["attributions"], ids=by_name)
def test_attributions_are_copied_letter_by_letter(row: dict) -> None:
    """Content, cue and source occur in the article, and repeated ones say which is meant."""
    place = place_of(row)
    assert row["content"]
    assert len(row["cue"]) <= 1
    assert len(row["source"]) <= 1
    for part in ("content", "cue", "source"):
        found = [count(place, piece) for piece in row[part]]
        assert all(found), row[part]
        if not row["in_title"]:
            assert (f"{part}_at" in row) == any(number > 1 for number in found)
        for number, index in zip(found, row.get(f"{part}_at", []), strict=False):
            assert 0 <= index < number


@pytest.mark.parametrize("row", GOLD["attributions"], ids=by_name)
def test_attributions_use_the_words_of_the_interface(row: dict) -> None:
    """Kind, type and speaker come from the closed lists."""
    assert row["kind"] in {"direct", "indirect", "mixed"}
    assert row["type"] in {"speech", "attitude", "decree"}
    assert row["speaker"] is None or row["speaker"] in {s["name"] for s in GOLD["speakers"]}


def test_names_are_unique() -> None:
    """No two attributions, statements or speakers share a name."""
    for part, name in (("attributions", "name"), ("statements", "statement"), ("speakers", "name")):
        names = [row[name] for row in GOLD[part]]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", [a for a in GOLD["attributions"] if a["inside"]], ids=by_name)
def test_nested_attributions_lie_in_the_content_of_their_outer_one(row: dict) -> None:
    """`inside` names an attribution of the same article whose content holds the inner content."""
    outer = NAMED[row["inside"]]
    assert key_of(outer) == key_of(row)
    assert all(any(piece in whole for whole in outer["content"]) for piece in row["content"])


@pytest.mark.parametrize("row", GOLD["not_attributions"], ids=lambda row: row["text"][:30])
def test_what_is_no_attribution_stands_in_the_file(row: dict) -> None:
    """A passage that must not be taken for an attribution occurs, and none has it as content."""
    key = key_of(row)
    assert row["text"] in " ".join([META[key]["title"], *BLOCKS_OF[key]])
    assert row["why"]
    assert not any([row["text"]] == a["content"] for a in GOLD["attributions"] if key_of(a) == key)


@pytest.mark.parametrize("row", GOLD["speakers"], ids=by_name)
def test_speakers_appear_as_printed(row: dict) -> None:
    """Each printed form of a speaker's name occurs in some article, and somebody says something."""
    assert row["kind"] in {"person", "organisation", "document", "group", "unnamed"}
    everything = " ".join([row["title"] for row in GOLD["articles"]] + list(BODIES.values()))
    assert all(count(everything, form) for form in row["as_printed"])
    assert any(a["speaker"] == row["name"] for a in GOLD["attributions"])


@pytest.mark.parametrize("row", GOLD["copies"], ids=lambda row: "+".join(row["members"]))
def test_copies_show_their_evidence(row: dict) -> None:
    """Substitutions, dropped and added sentences and lost marks are seen in original and copy."""
    keys = [key_of_member(member) for member in row["members"]]
    assert set(keys) <= set(KEYS)
    assert row["kind"] in {"exact", "near", "syndicated", "reworded"}
    original, copy = (BODIES[key] for key in keys)
    assert row["origin"] == (None if row.get("why_no_origin") else keys[0][0])
    if row["kind"] == "exact":
        assert original == copy
    for swap in row["substitutions"]:
        assert count(original, swap["from"])
        assert count(copy, swap["to"]) >= swap["times"] > 0
    for text in row["dropped"] + row["cut"]:
        assert text in original
        assert fold(text) not in copy
    for text in row["added"]:
        assert text in copy
        assert text not in original
    for text in row["lost_marks"]:
        assert text in copy
        assert f"“{text}”" in original
        assert f'"{text}"' not in copy


def test_texts_that_only_share_quotes_are_no_copies() -> None:
    """Pairs listed as no copies are articles and stand in no common group."""
    groups = [{*row["members"]} for row in GOLD["copies"]]
    for row in GOLD["not_copies"]:
        assert {key_of_member(member) for member in row["members"]} <= set(KEYS)
        assert not any(set(row["members"]) <= group for group in groups)


@pytest.mark.parametrize("row", GOLD["statements"], ids=by_name)
def test_statements_rest_on_renderings(row: dict) -> None:
    """Every rendering occurs where it claims to, in its attribution or in the reporter's voice."""
    changes = {"none", "truncated", "altered", "paraphrased", "number", "polarity", "source"}
    for rendering in row["renderings"]:
        assert all(piece in place_of(rendering) for piece in rendering["content"])
        assert set(rendering["change"]) <= changes | {"own-voice"}
        if rendering["attribution"] is None:
            assert rendering["kind"] == "own-voice"
            assert "own-voice" in rendering["change"]
        else:
            named = NAMED[rendering["attribution"]]
            assert key_of(named) == key_of(rendering)
            assert named["in_title"] == rendering["in_title"]
            wholes = named["content"]
            assert all(any(p in whole for whole in wholes) for p in rendering["content"])
    assert len({key_of(rendering) for rendering in row["renderings"]}) > 1
    assert row["speaker"] is None or row["speaker"] in {s["name"] for s in GOLD["speakers"]}


@pytest.mark.parametrize("row", GOLD["statements"], ids=by_name)
def test_independent_accounts_count_a_copy_group_once(row: dict) -> None:
    """Only accounts that attribute the statement count, and copies count as one."""
    group = {key_of_member(m): c["group"] for c in GOLD["copies"] for m in c["members"]}
    carriers = {key_of(r) for r in row["renderings"] if r["kind"] != "own-voice"}
    assert row["independent"] == len({group.get(key, key) for key in carriers})


@pytest.mark.parametrize("row", GOLD["statements"], ids=by_name)
def test_absence_is_not_claimed_of_cut_articles(row: dict) -> None:
    """Each incomplete article that lacks the statement is listed as one that cannot tell."""
    incomplete = {file for (file, _), meta in META.items() if meta["incomplete"]}
    carriers = {rendering["article"] for rendering in row["renderings"]}
    assert set(row["cannot_be_told"]) == incomplete - carriers


@pytest.mark.parametrize("row", GOLD["differences"], ids=by_name)
def test_differences_show_passages_that_differ(row: dict) -> None:
    """A difference has passages that occur, in two articles at least, and are not all alike."""
    assert row["kind"] in {"number", "date", "name", "polarity", "wording"}
    assert row["type"] in {"rounding", "unit", "update", "scope", "vague", "conflict"}
    assert all(passage["text"] in place_of(passage) for passage in row["passages"])
    assert len({key_of(passage) for passage in row["passages"]}) > 1
    assert len({passage["text"] for passage in row["passages"]}) > 1


@pytest.mark.parametrize("row", GOLD["headlines"], ids=lambda row: row["element"])
def test_headline_elements_rest_on_the_body(row: dict) -> None:
    """An element stands in the headline, with its support or without; a cut text leaves it open."""
    assert row["element"] in META[key_of(row)]["title"]
    assert (row["support"] is not None) == (row["supported"] is True)
    assert row["support"] is None or row["support"] in BODIES[key_of(row)]
    assert (row["supported"] is None) <= META[key_of(row)]["incomplete"]


@pytest.mark.parametrize("row", GOLD["voice"], ids=lambda row: row["text"][:30])
def test_voice_passages_occur(row: dict) -> None:
    """A loaded word, hedge or stretch of free indirect speech stands where the gold says."""
    assert row["what"] in {"loaded word", "hedge", "free indirect speech"}
    assert row["text"] in place_of(row)
