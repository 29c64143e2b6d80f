"""Attributions of an article: who is reported to have said, thought or decided what.

Rules read a text first (quotation marks, verbs that report, where they stand to their subject):
fast, without a model, the same everywhere. A trained tagger works on top of them where it is wanted
and installed; every attribution says in `why` which of the two found it.
"""

from onrecord.attribution.assembly import find_attributions

__all__ = ["find_attributions"]
