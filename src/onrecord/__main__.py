"""Runs the command line where its script is not on the path: `python -m onrecord`."""

from onrecord.cli import main

main()
