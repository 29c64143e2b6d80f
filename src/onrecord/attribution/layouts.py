"""How source, cue and content stand to one another in a sentence: the rules proper.

Each rule is a function that looks at one cue and answers with a `Draft` or None; `read_sentence`
tries them in order. A draft names the rule that made it, so that every attribution can say why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import (
    after_adjuncts,
    content_after,
    content_before,
    is_clause,
    short_subject,
    trim_end,
)
from onrecord.attribution.cues import Cue, find_cues
from onrecord.attribution.drafts import Draft
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.reach import (
    PARENTHETICAL,
    limit_of,
    main_verb_after,
    parenthetical_source,
    right_of,
)
from onrecord.attribution.sayings import find_sayings
from onrecord.attribution.sources import (
    Phrase,
    is_empty_subject,
    noun_phrase_before,
    possessor_before,
    subject_after,
    subject_before,
)
from onrecord.attribution.tokens import FINITE
from onrecord.attribution.viewpoints import find_viewpoints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token


_UNOWNED = word_group("unowned")
"""Nouns that report even where nobody is named who says so."""

_SPEAKING = frozenset({"say", "tell", "quote", "strong", "weak"})


def read_sentence(tokens: Sequence[Token]) -> list[Draft]:
    """Drafts of a sentence, in the order of their cues."""
    cues = find_cues(tokens)
    drafts: list[Draft] = []
    for index, cue in enumerate(cues):
        for rule in _RULES:
            draft = rule(tokens, cue, drafts, cues[index + 1 :])
            if draft is not None:
                drafts.append(draft)
                break
    beside = [*find_viewpoints(tokens), *find_sayings(tokens)]
    return sorted([*drafts, *beside], key=lambda draft: draft.cue) if beside else drafts


def leading_participle(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Warning that it would, the coastguard ...; and Asked about it, ...: nobody said who asked."""
    opens = all(t.tag in ("RB", "CC", ",", "SC") for t in tokens[: cue.start])
    asked = tokens[cue.verb].tag in ("VBN", "VBD") and cue.entry.lemma in ("ask", "press")
    if not opens or not (asked or cue.form == "participle"):
        return None
    comma = _clause_after_comma(tokens, cue.end)
    if comma is None:
        return None
    content = content_after(tokens, cue, comma)
    if content is None and asked and comma > cue.end:
        content = Phrase(cue.end, comma)
    source = None if asked else subject_after(tokens, comma + 1)
    if content is None or not (asked or source):
        return None
    return _draft((content,), cue, source, "participle before its clause")


def _clause_after_comma(tokens: Sequence[Token], start: int) -> int | None:
    """The comma after which the main clause begins with its subject."""
    for k in range(start, len(tokens) - 2):
        if tokens[k].tag in (";", ":", "Q"):
            return None
        if tokens[k].tag == "," and tokens[k + 1].tag in _SUBJECT_TAGS:
            return k if is_clause(tokens, k + 1, len(tokens)) else None
    return None


_SUBJECT_TAGS = frozenset({"DT", "NNP", "PRP", "PRP$", "NN", "NNS", "JJ", "CD"})


def according_to(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """According to a source: the rest of the sentence, on the side where it stands."""
    if cue.form != "according":
        return None
    source = subject_after(tokens, cue.end)
    if source is None:
        return _according_to_which(tokens, cue)
    after = source.end
    if after < len(tokens) and tokens[after - 1].tag == ",":
        after -= 1
    lead = _clause_start(tokens, drafts, cue.start)
    before = content_before(tokens, lead, cue.start)
    rest = _rest_of_clause(tokens, after)
    if rest is not None and tokens[rest.start].tag in FINITE and before is None:
        before = short_subject(tokens, lead, cue.start)
        if before is not None:
            return _draft((before, rest), cue, source, "according to, around its content")
    if before is not None and not _only_lead(tokens, before):
        pieces = (before,) if rest is None else (before, rest)
        return _draft(pieces, cue, source, "according to, after its content")
    start = after + 1 if after < len(tokens) and tokens[after].tag == "," else source.end
    end = trim_end(tokens, start, len(tokens))
    if start >= end:
        return None
    return _draft((Phrase(start, end),), cue, source, "according to, before its content")


def _according_to_which(tokens: Sequence[Token], cue: Cue) -> Draft | None:
    """The recipe, according to which the eel must be skinned(,)."""
    if cue.end + 1 >= len(tokens) or tokens[cue.end].tag != "WP":
        return None
    start = cue.end + 1
    end = next((k for k in range(start, len(tokens)) if tokens[k].tag == ","), len(tokens))
    end = trim_end(tokens, start, end)
    if end <= start:
        return None
    source = Phrase(cue.end, start)
    return _draft((Phrase(start, end),), cue, source, "according to, before its content")


def _only_lead(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether what stands before is no clause of its own: But, In May."""
    return not is_clause(tokens, phrase.start, phrase.end) and not any(
        t.tag == "Q" for t in tokens[phrase.start : phrase.end]
    )


def _rest_of_clause(tokens: Sequence[Token], after: int) -> Phrase | None:
    """The part of a clause that goes on after an inserted source, if its verb is still to come."""
    if after >= len(tokens) or tokens[after].tag != ",":
        return None
    following = tokens[after + 1] if after + 1 < len(tokens) else None
    if following is None or following.tag not in FINITE | {"Q", "CC", "IN", "WP"}:
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 1 else None


def noun_of_saying(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Somebody's claim that, his plan to; calls for a boycott by or from somebody."""
    if cue.form != "noun":
        return None
    source = possessor_before(tokens, cue.start)
    end = trim_end(tokens, cue.end, limit_of(tokens, cue, later))
    end = next((k for k in range(cue.end + 1, end) if tokens[k].tag in (",", ";", "-")), end)
    end = main_verb_after(tokens, cue.end, end)
    if source is None and tokens[cue.end].low != "that":
        agent = _agent_after(tokens, cue, end)
        if agent is None and not _stands_alone(tokens, cue):
            return None
        end, source = (end, None) if agent is None else agent
    if end - cue.end < 2 - cue.linked:
        return None
    return _draft((Phrase(cue.end, end),), cue, source, "noun of saying")


def _agent_after(tokens: Sequence[Token], cue: Cue, end: int) -> tuple[int, Phrase] | None:
    """Where the content ends before "by" or "from" somebody, and who that is."""
    for k in range(cue.end + 1, end):
        if tokens[k].low in ("by", "from"):
            agent = subject_after(tokens[:end], k + 1)
            return None if agent is None else (k, agent)
    return None


def _stands_alone(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a bare plural reports by itself: Allegations of, rumours of."""
    return cue.linked and tokens[cue.verb].low in _UNOWNED


def passive(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Passives: was expected to, was told that, was criticised by, it was reported that."""
    if cue.form != "passive":
        return None
    limit = limit_of(tokens, cue, later)
    subject = subject_before(tokens, cue.start)
    named = None if subject is None or is_empty_subject(tokens, subject) else subject
    following = tokens[cue.end] if cue.end < limit else None
    if following is None or following.tag == ".":
        return _passive_of_words(tokens, cue, named)
    if following.low == "by" and not cue.linked:
        return _passive_with_agent(tokens, cue, subject, limit)
    clause = after_adjuncts(tokens, cue.end, limit) if named is None else cue.end
    if clause < limit and (tokens[clause].tag == "THAT" or tokens[clause].low in _ASKED):
        content = content_after(tokens, cue, limit)
        return content and _draft((content,), cue, None, "passive with a clause")
    end = trim_end(tokens, cue.end, limit)
    rest = Phrase(cue.end, end)
    if following.tag == "TO" and cue.entry.lemma != "suppose" and cue.entry.classes & _RAISING:
        return _draft((rest,) if named is None else (named, rest), cue, None, "raised subject")
    if named is not None and end > cue.end and _is_charge(tokens, cue):
        return _draft((named, rest), cue, None, "decided or claimed of its subject")
    if following.low == "as" and cue.end + 1 < limit and tokens[cue.end + 1].low == "saying":
        quoted = cue._replace(end=cue.end + 2)
        content = content_after(tokens, quoted, limit)
        return content and _draft((content,), quoted, subject, "quoted as saying")
    return None


_ASKED = frozenset(["if", "whether", "how", "what", "why", "who"])
_RAISING = frozenset({"say", "weak", "wish", "attitude", "name", "decree"})


def _passive_of_words(tokens: Sequence[Token], cue: Cue, subject: Phrase | None) -> Draft | None:
    """No casualties were reported(.): the subject is what was said."""
    if subject is None or not cue.entry.classes >= {"say", "object"}:
        return None
    if tokens[subject.start].tag == "PRP":
        return None
    return _draft((subject,), cue, None, "passive of its words")


def _is_charge(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a passive tells what was decided or claimed of its subject: was fined, accused of."""
    if cue.linked:
        return cue.entry.lemma in ("accuse", "charge", "convict", "suspect")
    if "decree" not in cue.entry.classes:
        return False
    following = tokens[cue.end]
    return following.tag in ("VBN", "JJ", "CD", "DT", "NN", "NNP", "PRP$") or following.low in (
        "from",
        "to",
        "guilty",
        "not",
    )


def _passive_with_agent(
    tokens: Sequence[Token], cue: Cue, subject: Phrase | None, limit: int
) -> Draft | None:
    """X was criticised by Y: Y's words are about X."""
    agent = subject_after(tokens[:limit], cue.end + 1)
    if agent is None or subject is None or not cue.entry.classes & {"object", "name", "decree"}:
        return None
    rest = Phrase(agent.end, trim_end(tokens, agent.end, limit))
    pieces = (
        (subject, rest)
        if rest.end - rest.start > 1 and tokens[rest.start].tag == "IN"
        else (subject,)
    )
    return _draft(pieces, cue, agent, "passive with its agent")


def inverted(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Words, then the verb, then who said them: "...," said the minister."""
    if cue.form != "finite" or not cue.entry.classes & _SPEAKING:
        return None
    if cue.start == 0:
        return _opening_inverted(tokens, cue)
    previous = tokens[cue.start - 1]
    if previous.tag not in ("Q", ",", "-"):
        return None
    source = subject_after(tokens, cue.end)
    if source is None or (tokens[source.start].tag == "PRP" and previous.tag != "Q"):
        return None
    if previous.tag == "," and parenthetical_source(tokens, cue) is not None:
        return None  # "...," Ann Moe, the mayor, told the Herald
    lead = _clause_start(tokens, drafts, cue.start)
    before = content_before(tokens, lead, cue.start) or _short_lead(tokens, lead, cue.start)
    if before is None:
        return None
    quoted = any(t.tag == "Q" for t in tokens[before.start : before.end])
    if not quoted and "say" in cue.entry.classes and previous.tag == ",":
        rest = _rest_after_comma(tokens, source.end)
        if rest is not None and not is_clause(tokens, before.start, before.end):
            return _draft((before, rest), cue, source, "inserted in its content")
    if not quoted:
        if not is_clause(tokens, before.start, before.end) or "say" not in cue.entry.classes:
            return None
        after = tokens[source.end - 1 : source.end + 1]
        if not any(t.tag in (".", ",", "IN", "TO") for t in after) and source.end < len(tokens):
            return None
    pieces = (before, *_quoted_after(tokens, source.end))
    return _draft(pieces, cue, source, "content, cue, source")


def _short_lead(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """One or two words that open what was said: Gone, say the fishermen, are the days."""
    stop = trim_end(tokens, start, end)
    words = tokens[start:stop]
    opens = 0 < len(words) <= 2 and words[0].tag in ("VBN", "VBD", "NEG", "JJ", "NNP", "NN")
    return Phrase(start, stop) if opens else None


def _rest_after_comma(tokens: Sequence[Token], after: int) -> Phrase | None:
    """What goes on after an inverted insertion: , are the days; : the wells were tested."""
    if after >= len(tokens) or tokens[after].tag not in (",", ":") or after + 2 >= len(tokens):
        return None
    if tokens[after].tag == "," and tokens[after + 1].tag not in FINITE:
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 1 else None


def _opening_inverted(tokens: Sequence[Token], cue: Cue) -> Draft | None:
    """Said one retired miner: "..."."""
    source = subject_after(tokens, cue.end)
    if source is None or source.end >= len(tokens) or tokens[source.end].tag not in (":", ","):
        return None
    end = trim_end(tokens, source.end + 1, len(tokens))
    words = tokens[source.end + 1 : end]
    if not words or (tokens[source.end].tag == "," and words[0].tag != "Q"):
        return None
    return _draft((Phrase(source.end + 1, end),), cue, source, "cue, source, content")


def parenthetical(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Words, then who said them: "...," the minister said (, "...")."""
    source = parenthetical_source(tokens, cue)
    if source is None:
        return None
    lead = _clause_start(tokens, drafts, source.start)
    after = right_of(tokens, cue)
    before = content_before(tokens, lead, source.start)
    if before is None and _rest_of_clause(tokens, after) is not None:
        before = short_subject(tokens, lead, source.start)
    if before is None:
        return None
    quoted = _quoted_after(tokens, after)
    tail = tokens[before.end - 1]
    if tail.tag == "Q" and _closed_by_stop(tail) and quoted and tokens[source.start - 1].tag == "Q":
        return None  # "A." He said: "B."
    if not any(t.tag == "Q" for t in tokens[before.start : before.end]):
        if quoted and not is_clause(tokens, before.start, before.end):
            return None
        if not is_clause(tokens, before.start, before.end):
            rest = _rest_of_clause(tokens, after)
            if rest is None:
                return None
            return _draft((before, rest), cue, source, "inserted in its content")
        if not cue.entry.classes & PARENTHETICAL - {"quote"}:
            return None
        further = _further_verb(tokens, after)
        if further is not None:
            return _draft((before, further), cue, source, "inserted in its content")
    return _draft((before, *quoted), cue, source, "content, source, cue")


def _further_verb(tokens: Sequence[Token], after: int) -> Phrase | None:
    """What goes on after an inserted source with a second verb: , and will be loved for it."""
    if after + 2 >= len(tokens) or tokens[after].tag != "," or tokens[after + 1].tag != "CC":
        return None
    if tokens[after + 2].tag not in ("MD", "BE", "HAVE", "DO"):
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 2 else None


def _quoted_after(tokens: Sequence[Token], start: int) -> tuple[Phrase, ...]:
    """The quotation that goes on right after an inserted source and cue."""
    k = after_adjuncts(tokens, start, len(tokens))
    while k < len(tokens) and tokens[k].tag in (",", "-", ";", "CC"):
        k += 1
    if k < len(tokens) and tokens[k].tag == "Q" and k > start - 1:
        return (Phrase(k, k + 1),)
    return ()


def _closed_by_stop(token: Token) -> bool:
    return token.text.rstrip("\"'”’»").endswith((".", "!", "?"))


def plain(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Who, verb, words; or a further verb of the same subject."""
    if cue.form in ("passive", "according", "noun"):
        return None
    source, rule = _plain_source(tokens, cue, drafts)
    if source is None or _is_advice(tokens, cue):
        return None
    content = content_after(tokens, cue, limit_of(tokens, cue, later))
    if content is None:
        return None
    if cue.form == "infinitive" and tokens[content.start].tag not in ("THAT", "Q"):
        return None
    return _draft((content,), cue, source, rule)


def _is_advice(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an attitude is only asked for: taxpayers should think about it."""
    modal = any(t.low in ("should", "must", "ought") for t in tokens[cue.start : cue.verb])
    return modal and cue.entry.type == "attitude"


def _plain_source(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft]
) -> tuple[Phrase | None, str]:
    """The subject of a cue, its own or the one it shares, and the rule that says so."""
    if cue.form == "finite":
        if cue.start and tokens[cue.start - 1].tag in ("CC", ","):
            shared = _shared_subject(tokens, cue, drafts)
            listed = tokens[cue.start - 1].tag == "CC" or _in_list(cue, drafts)
            if listed and shared is not None:
                return shared, "further verb of the same subject"
        source = subject_before(tokens, cue.start)
        speaks = "say" in cue.entry.classes and cue.entry.type == "speech"
        if source is not None and is_empty_subject(tokens, source, speaks=speaks):
            return None, ""
        return source, "source, cue, content"
    if cue.form == "participle" and cue.start:
        before = tokens[cue.start - 1]
        if before.tag in ("NNP", "NN", "NNS") and before.low != "worth":
            return noun_phrase_before(tokens, cue.start), "participle after its noun"
        follows = tokens[cue.end].tag if cue.end < len(tokens) else ""
        if before.tag != "," and follows not in ("THAT", "Q"):
            return None, ""
    return _shared_subject(tokens, cue, drafts), "participle of the same subject"


def _in_list(cue: Cue, drafts: Sequence[Draft]) -> bool:
    """Whether a verb comes right after another's object and a comma: praised A, | blamed B."""
    return bool(drafts) and drafts[-1].content[-1].end == cue.start - 1 and not drafts[-1].before


def _shared_subject(tokens: Sequence[Token], cue: Cue, drafts: list[Draft]) -> Phrase | None:
    """The subject of the clause a participle or second verb belongs to."""
    for k in range(cue.start - 1, -1, -1):
        if tokens[k].tag in FINITE and not (k and tokens[k - 1].tag in FINITE | {"NEG", "RB"}):
            start = k
            while start > 0 and tokens[start - 1].tag in ("RB", "NEG"):
                start -= 1
            subject = subject_before(tokens, start)
            if subject is None:
                continue
            if tokens[subject.start].tag == "WP" and tokens[cue.start - 1].tag != "CC":
                continue
            if is_empty_subject(tokens, subject):
                continue
            if any(_inside(subject, d) for d in drafts):
                continue
            return subject
    return next((d.source for d in reversed(drafts) if d.source is not None), None)


def _inside(phrase: Phrase, draft: Draft) -> bool:
    """Whether a phrase lies in what a draft reports."""
    return any(c.start <= phrase.start and phrase.end <= c.end for c in draft.content)


def _clause_start(tokens: Sequence[Token], drafts: Sequence[Draft], end: int) -> int:
    """Where the words before a cue can begin: after a draft that already closed."""
    start = 0
    for draft in drafts:
        if draft.before:
            last = max(draft.cue.end, draft.source.end if draft.source else 0)
            last = max(last, *(piece.end for piece in draft.content))
            if last <= end:
                start = max(start, last)
    for k in range(end - 1, start, -1):
        if tokens[k].tag == ";":
            return k + 1
    return start


def _draft(pieces: tuple[Phrase, ...], cue: Cue, source: Phrase | None, rule: str) -> Draft:
    return Draft(pieces, Phrase(cue.start, cue.end), source, cue.entry.type, rule)


_RULES = (
    according_to,
    noun_of_saying,
    leading_participle,
    passive,
    inverted,
    parenthetical,
    plain,
)
