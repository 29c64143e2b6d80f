"""The same utterance across articles, and what each outlet made of its words.

Attributions are taken apart into sentences; sentences that share telling words, runs of words and
a speaker are one statement; each rendering says what it changed and shows it word by word. Words
quoted in one article that another prints without marks or source are found too.
"""

from onrecord.statements.carrying import align_sentences
from onrecord.statements.occasions import occasion_around
from onrecord.statements.stage import group_statements
from onrecord.statements.wording import Quoted, compare_quotations, compare_words, diff_words

__all__ = [
    "Quoted",
    "align_sentences",
    "compare_quotations",
    "compare_words",
    "diff_words",
    "group_statements",
    "occasion_around",
]
