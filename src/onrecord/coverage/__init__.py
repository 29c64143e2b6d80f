"""The coverage matrix: every statement against every article."""

from onrecord.coverage.matrix import build_matrix

__all__ = ["build_matrix"]
