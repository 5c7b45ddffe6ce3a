"""`python -m handout`."""

from handout.cli import main

main(prog_name="handout")
