"""What onrecord hands to other programs: JSONL rows, article lines read back, files in place."""

from onrecord.export.files import check_target, write_text
from onrecord.export.lines import article_of_line, article_of_row
from onrecord.export.rows import (
    Row,
    article_row,
    attribution_row,
    attributions_row,
    copy_row,
    line_of,
    pair_row,
    problem_row,
    speaker_row,
    statement_row,
    story_of_row,
    story_row,
)

__all__ = [
    "Row",
    "article_of_line",
    "article_of_row",
    "article_row",
    "attribution_row",
    "attributions_row",
    "check_target",
    "copy_row",
    "line_of",
    "pair_row",
    "problem_row",
    "speaker_row",
    "statement_row",
    "story_of_row",
    "story_row",
    "write_text",
]
