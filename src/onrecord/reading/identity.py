"""Ids of articles: hashes of their content, so that two runs and two machines agree."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.reading.kinds import with_place
from onrecord.records import Problem

if TYPE_CHECKING:
    from onrecord.records import Article


def identified(article: Article, file: str, source_hash: str | None) -> Article:
    """The article with its id, its file and the hash of its source, where it has none yet."""
    named = article.file or file
    identity = article.id or hash_of(article, named)
    return replace(
        article,
        id=identity,
        file=named,
        source_hash=article.source_hash or source_hash,
        problems=tuple(with_place(p, identity, named) for p in article.problems),
    )


def hash_of(article: Article, file: str) -> str:
    """16 hex digits of the SHA-256 of an article's file name, address, title, date and text."""
    base = file.replace("\\", "/").rpartition("/")[2]
    parts = (base, article.url, article.title, article.published, article.text)
    digest = hashlib.sha256()
    for part in parts:
        encoded = (part or "").encode("utf-8", "replace")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:16]


class Register:
    """The ids given so far in a collection; `admit` makes each article's its own."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def admit(self, article: Article) -> tuple[Article, Problem | None]:
        """The article under an id no other has, and the problem if that took a number."""
        identity = article.id
        count = self._seen.get(identity, 0) + 1
        self._seen[identity] = count
        if count == 1:
            return article, None
        while f"{identity}-{count}" in self._seen:
            count += 1
        self._seen[identity] = count
        own = f"{identity}-{count}"
        self._seen[own] = 1
        problem = Problem(
            "duplicate-id",
            f"the id {identity!r} was given to an article before; this one is {own!r}",
            own,
            article.file,
        )
        moved = tuple(
            replace(p, article=own) if p.article == identity else p for p in article.problems
        )
        return replace(article, id=own, problems=(*moved, problem)), problem
