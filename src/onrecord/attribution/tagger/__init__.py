"""A trained tagger on top of the rules."""
