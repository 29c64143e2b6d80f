"""onrecord: who said what, who carried it, in which words, with proof."""

__version__ = "0.1.0"
