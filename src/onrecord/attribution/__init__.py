"""Attributions of an article: who is reported to have said, thought or decided what.

This version works by rules alone (quotation marks, verbs that report, where they stand to their
subject), needs no model and answers the same everywhere. It stays as the teacher, the fallback
and a source of features for a trained tagger.
"""

from onrecord.attribution.assembly import find_attributions

__all__ = ["find_attributions"]
