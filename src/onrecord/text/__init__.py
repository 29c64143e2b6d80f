"""Pure functions over one text: words, paragraphs, sentences, quotation marks, folding.

Nothing here knows an article; every function takes a string and returns spans into that string.
"""

from onrecord.text.commonness import COUNTED_ARTICLES, word_classes
from onrecord.text.folding import Folded, fold, fold_word
from onrecord.text.paragraphs import split_paragraphs
from onrecord.text.quotation import Quotation, find_quotations
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import merge_spans
from onrecord.text.stems import stem
from onrecord.text.words import Word, words_of

__all__ = [
    "COUNTED_ARTICLES",
    "Folded",
    "Quotation",
    "Word",
    "find_quotations",
    "fold",
    "fold_word",
    "merge_spans",
    "split_paragraphs",
    "split_sentences",
    "stem",
    "word_classes",
    "words_of",
]
