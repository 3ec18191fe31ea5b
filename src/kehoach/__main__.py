"""Run the command line as `python -m kehoach`."""

from kehoach.cli import main

main()
