"""Articles that are copies of one another: exact, near, partial or reworded.

Words that both articles quote are taken out first, so that sharing a speech is no copy. What is
left is compared sentence by sentence; groups are kept from chaining; the likely original in the
set is told with its reasons, and what a copy replaced is listed as evidence. None of this says
that anybody took something wrongly: syndication is a copy too.
"""

from onrecord.copies.labels import ShareLabel, label_pair
from onrecord.copies.scoring import compare_pair
from onrecord.copies.stage import group_copies

__all__ = ["ShareLabel", "compare_pair", "group_copies", "label_pair"]
