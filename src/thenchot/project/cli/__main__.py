"""`python -m thenchot.project.cli` — the same as the command `thenchot`."""

from thenchot.project.cli import main

main()
