"""The report: findings as one self-contained HTML page."""

from onrecord.report.page import render_report

__all__ = ["render_report"]
