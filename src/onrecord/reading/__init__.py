"""Reading: files, folders, globs and standard input become articles.

`read_paths` is the way in; `iter_articles` gives the same one by one, `read_file` takes bytes.
The formats, what is read from where, the kinds of problem: docs/reading.md.
"""

from onrecord.reading.collecting import iter_articles, read_paths
from onrecord.reading.files import read_file
from onrecord.reading.kinds import ARTICLE_KINDS, FILE_KINDS

__all__ = ["ARTICLE_KINDS", "FILE_KINDS", "iter_articles", "read_file", "read_paths"]
