"""Forms of the verbs that cues are written with: said, says, saying, has said."""

from __future__ import annotations

_IRREGULAR = {
    "be": ("was", "is", "being", "been"),
    "beg": ("begged", "begs", "begging", "begged"),
    "break": ("broke", "breaks", "breaking", "broken"),
    "bring": ("brought", "brings", "bringing", "brought"),
    "come": ("came", "comes", "coming", "come"),
    "draw": ("drew", "draws", "drawing", "drawn"),
    "feel": ("felt", "feels", "feeling", "felt"),
    "find": ("found", "finds", "finding", "found"),
    "fling": ("flung", "flings", "flinging", "flung"),
    "forbid": ("forbade", "forbids", "forbidding", "forbidden"),
    "get": ("got", "gets", "getting", "got"),
    "give": ("gave", "gives", "giving", "given"),
    "go": ("went", "goes", "going", "gone"),
    "have": ("had", "has", "having", "had"),
    "hear": ("heard", "hears", "hearing", "heard"),
    "hold": ("held", "holds", "holding", "held"),
    "keep": ("kept", "keeps", "keeping", "kept"),
    "know": ("knew", "knows", "knowing", "known"),
    "lay": ("laid", "lays", "laying", "laid"),
    "leave": ("left", "leaves", "leaving", "left"),
    "let": ("let", "lets", "letting", "let"),
    "make": ("made", "makes", "making", "made"),
    "mean": ("meant", "means", "meaning", "meant"),
    "put": ("put", "puts", "putting", "put"),
    "read": ("read", "reads", "reading", "read"),
    "say": ("said", "says", "saying", "said"),
    "see": ("saw", "sees", "seeing", "seen"),
    "send": ("sent", "sends", "sending", "sent"),
    "set": ("set", "sets", "setting", "set"),
    "shoot": ("shot", "shoots", "shooting", "shot"),
    "spell": ("spelled", "spells", "spelling", "spelled"),
    "spread": ("spread", "spreads", "spreading", "spread"),
    "stand": ("stood", "stands", "standing", "stood"),
    "stick": ("stuck", "sticks", "sticking", "stuck"),
    "swear": ("swore", "swears", "swearing", "sworn"),
    "take": ("took", "takes", "taking", "taken"),
    "tell": ("told", "tells", "telling", "told"),
    "think": ("thought", "thinks", "thinking", "thought"),
    "throw": ("threw", "throws", "throwing", "thrown"),
    "shake": ("shook", "shakes", "shaking", "shaken"),
    "speak": ("spoke", "speaks", "speaking", "spoken"),
    "strike": ("struck", "strikes", "striking", "struck"),
    "cast": ("cast", "casts", "casting", "cast"),
    "bear": ("bore", "bears", "bearing", "borne"),
    "cling": ("clung", "clings", "clinging", "clung"),
    "overturn": ("overturned", "overturns", "overturning", "overturned"),
    "uphold": ("upheld", "upholds", "upholding", "upheld"),
    "forget": ("forgot", "forgets", "forgetting", "forgotten"),
    "understand": ("understood", "understands", "understanding", "understood"),
    "foresee": ("foresaw", "foresees", "foreseeing", "foreseen"),
    "begin": ("began", "begins", "beginning", "begun"),
    "hit": ("hit", "hits", "hitting", "hit"),
    "undertake": ("undertook", "undertakes", "undertaking", "undertaken"),
    "do": ("did", "does", "doing", "done"),
    "would": ("would", "would", "having to", "had to"),
    "could": ("could", "can", "being able to", "been able to"),
    "write": ("wrote", "writes", "writing", "written"),
}
_DOUBLED = frozenset(
    """
    ad-lib admit blog commit demur jab nod permit plan prefer quip refer regret shrug slam stop vet
    """.split()
)
"""Verbs whose last letter is written twice before an ending."""

_FORMS = ("past", "third", "ing", "done")


def inflected(phrase: str, form: str, *, plural: bool = False) -> str:
    """The phrase with its verb in a form: "past", "third", "ing", "done" or "base".

    The verb is the first word, or else every word with a star. "third" of a plural subject is the
    plain form; `be` follows its subject.

    >>> inflected("also *say", "third"), inflected("be sure", "past", plural=True)
    ('also says', 'were sure')
    """
    words = phrase.split(" ")
    starred = [k for k, word in enumerate(words) if word.startswith("*")] or [0]
    for k in starred:
        words[k] = _agreeing(words[k].removeprefix("*"), form, plural)
    return " ".join(words)


def _agreeing(verb: str, form: str, plural: bool) -> str:
    if form == "base" or (form == "third" and plural):
        return "are" if verb == "be" and form == "third" else verb
    if form == "past" and plural and verb == "be":
        return "were"
    return _form(verb, form)


def _form(verb: str, form: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][_FORMS.index(form)]
    if form == "third":
        return _third(verb)
    if verb in _DOUBLED:
        verb += verb[-1]
    if form == "ing":
        return verb[:-1] + "ing" if verb.endswith("e") and verb[-2:] != "ee" else verb + "ing"
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_y(verb) else verb + "ed"


def _third(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
