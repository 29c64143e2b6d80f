"""The coverage matrix: states, and the reason where nothing was found."""

from __future__ import annotations

from onrecord.coverage import build_matrix
from onrecord.records import Article, Attribution, Problem, Rendering, Span, Statement

TEXT = "“We are tied to one bolt,” she said. He said it was “one bolt” and no more, he felt."
ARTICLES = (
    Article("quoting", TEXT),
    Article("mixing", TEXT),
    Article("reporting", TEXT),
    Article("own", TEXT),
    Article("silent", TEXT),
    Article("cut", TEXT, problems=(Problem("paywalled", "Only two paragraphs could be read."),)),
)
QUOTED, MIXED = Span(0, 26), Span(45, 74)
ATTRIBUTIONS = (
    (Attribution("a1", "quoting", "direct", "speech", (QUOTED,)),),
    (
        Attribution("a2", "mixing", "mixed", "speech", (MIXED,)),
        Attribution("a3", "mixing", "mixed", "speech", (QUOTED,)),
    ),
    (Attribution("a4", "reporting", "indirect", "speech", (MIXED,)),),
    (),
    (),
    (),
)


def statement(*renderings: Rendering) -> Statement:
    """A statement with these renderings."""
    return Statement("s", None, "We are tied to one bolt", renderings, 1, 1)


def states(*renderings: Rendering) -> dict[str, str]:
    """State by article, of the articles that carry the statement."""
    (row,) = build_matrix(ARTICLES, ATTRIBUTIONS, (statement(*renderings),))
    assert [cell.article for cell in row.cells] == [article.id for article in ARTICLES]
    return {c.article: c.state for c in row.cells if c.state not in ("absent", "unknown")}


def test_each_way_of_carrying_has_its_state() -> None:
    """Direct words are quoted, mixed ones by what stands in marks, and own words are own voice."""
    found = states(
        Rendering("quoting", "a1", (QUOTED,)),
        Rendering("mixing", "a2", (MIXED,)),
        Rendering("reporting", "a4", (MIXED,)),
        Rendering("own", None, (QUOTED,), own_voice=True),
    )
    assert found == {
        "quoting": "quoted",
        "mixing": "reported",
        "reporting": "reported",
        "own": "own-voice",
    }
    assert states(Rendering("mixing", "a3", (QUOTED,))) == {"mixing": "quoted"}


def test_a_quotation_without_a_speaker_is_quoted() -> None:
    """Marked words that no attribution claims are quoted all the same."""
    assert states(Rendering("silent", None, (QUOTED,))) == {"silent": "quoted"}


def test_the_strongest_of_several_renderings_counts() -> None:
    """A cell shows the strongest state and points to every rendering of its article."""
    renderings = (
        Rendering("own", None, (MIXED,), own_voice=True),
        Rendering("mixing", "a2", (MIXED,)),
        Rendering("mixing", "a3", (QUOTED,)),
    )
    (row,) = build_matrix(ARTICLES, ATTRIBUTIONS, (statement(*renderings),))
    cells = {cell.article: cell for cell in row.cells}
    assert (cells["mixing"].state, cells["mixing"].renderings) == ("quoted", (1, 2))
    assert (cells["own"].state, cells["own"].renderings) == ("own-voice", (0,))


def test_absence_is_never_claimed_of_a_text_in_doubt() -> None:
    """A whole text that has nothing is absent; a cut one is unknown, with the reason."""
    (row,) = build_matrix(ARTICLES, ATTRIBUTIONS, (statement(),))
    cells = {cell.article: (cell.state, cell.reason) for cell in row.cells}
    assert cells["silent"] == ("absent", "not carried")
    assert cells["cut"] == ("unknown", "paywalled")


def test_what_a_cut_article_does_carry_is_shown() -> None:
    """Doubt about the rest does not hide what was read."""
    assert states(Rendering("cut", None, (QUOTED,))) == {"cut": "quoted"}


def test_nothing_gives_nothing() -> None:
    """No statement, no row; no article, no cell."""
    assert build_matrix(ARTICLES, ATTRIBUTIONS, ()) == ()
    assert build_matrix((), (), ()) == ()
