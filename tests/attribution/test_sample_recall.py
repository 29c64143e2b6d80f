"""How much of the sample coverage's gold the rules find; floors lie a little under what is reached.

`python eval/sample_recall.py` prints every phenomenon, with --missed what is not found.
"""

from __future__ import annotations

import pytest

from challenge import find_by_rules
from sample_recall import read_articles, read_gold, recall_by_phenomenon, seek

PLAIN = {"all": 0.55, "transcript": 0.95, "pronoun": 0.6, "nested": 0.4, "split": 0.4}
PAGES = {"all": 0.63, "inverted": 0.95, "pronoun": 0.65, "nested": 0.45, "split": 0.6}


@pytest.mark.parametrize(
    ("plain", "floors"), [(True, PLAIN), (False, PAGES)], ids=["plain files", "pages and tables"]
)
def test_recall_of_the_sample(plain: bool, floors: dict[str, float]) -> None:
    """Of the attributions a careful reader found, at least the floor's share is found."""
    gold = read_gold()
    counted = recall_by_phenomenon(seek(gold, read_articles(gold, plain=plain), find_by_rules))
    reached = {name: counted[name][0] / counted[name][1] for name in floors}
    assert all(reached[name] >= floor for name, floor in floors.items()), reached


def test_every_article_of_the_gold_is_read() -> None:
    """Plain files and the others together are all articles, and all attributions are sought."""
    gold = read_gold()
    articles = [*read_articles(gold, plain=True), *read_articles(gold, plain=False)]
    assert len(articles) == len(gold["articles"])
    assert len(seek(gold, articles, lambda _article: ())) == len(gold["attributions"])


def test_what_the_gold_says_stands_in_the_plain_files() -> None:
    """Every piece of the gold of a plain file stands in the article that is made of it."""
    gold = read_gold()
    articles = dict(read_articles(gold, plain=True))
    for row in gold["attributions"]:
        article = articles.get((row["article"], row.get("record")))
        if article is not None:
            place = (article.title or "") if row["in_title"] else article.text
            assert all(piece in place for piece in row["content"] + row["cue"] + row["source"])
