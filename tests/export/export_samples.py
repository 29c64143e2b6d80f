"""One record of each kind with every field filled, so that a row made of it shows every key."""

from __future__ import annotations

from onrecord.records import (
    Article,
    Attribution,
    CopyMember,
    CopyPair,
    Edit,
    Mention,
    Problem,
    Reason,
    Rendering,
    Run,
    Span,
    Speaker,
    SpeakerRef,
    Statement,
    Substitution,
)

WHY = (Reason("cue verb", "said", 0.9),)
PROBLEM = Problem("truncated", "The text stops in mid-sentence.", "a1", "a.html", Span(3, 9))
ARTICLE = Article(
    id="a1",
    text="“The gate failed,” she said.",
    title="Gate failed",
    url="http://example.org/gate",
    outlet="The Harbour Herald",
    published="2031-03-12",
    byline="By Ada Quill",
    file="a.html",
    signals=(("title", "json-ld"), ("outlet", "meta")),
    furniture=((Span(0, 1), "byline"),),
    source_map=(Run(0, 40, 28),),
    source_hash="00ff",
    problems=(PROBLEM,),
)
ATTRIBUTION = Attribution(
    id="q1",
    article="a1",
    kind="direct",
    type="speech",
    content=(Span(0, 18),),
    cue=(Span(23, 27),),
    source=(Span(19, 22),),
    speaker=SpeakerRef("s1", "Mara Lindqvist"),
    inside="q0",
    in_title=True,
    why=WHY,
)
SPEAKER = Speaker("s1", "Mara Lindqvist", "person", (Mention("a1", "q1", "she", WHY),), WHY)
MEMBER = CopyMember(
    article="a2",
    group="g1",
    origin="a1",
    independent=False,
    kind="reworded",
    substitutions=(Substitution("failed", "flunked", 2),),
    why=WHY,
)
PAIR = CopyPair("a1", "a2", 0.75, "reworded", WHY)
STATEMENT = Statement(
    id="st1",
    speaker=SpeakerRef("s1", "Mara Lindqvist"),
    wording="The gate failed",
    renderings=(
        Rendering(
            article="a1",
            attribution="q1",
            content=(Span(0, 18),),
            in_title=True,
            own_voice=True,
            change="altered",
            diff=(Edit("replaced", "failed", "broke"),),
            why=WHY,
        ),
    ),
    carriers=2,
    independent=1,
    why=WHY,
)
