"""`Content` and a student → drawn pages: story, blocks, panel, slips, list, portal."""

from handout.pages.checklist import draw_checklist
from handout.pages.edition import Edition, lay_out
from handout.pages.fields import learn_letters
from handout.pages.guide_setting import BESIDE_FROM, guide_box
from handout.pages.guides import guide_widths, most_on_a_page
from handout.pages.pagination import TOP
from handout.pages.panel_kind import panel_kind
from handout.pages.slip_grid import SlipGrid
from handout.pages.slips import draw_slips, slip_problems

__all__ = [
    "BESIDE_FROM",
    "TOP",
    "Edition",
    "SlipGrid",
    "draw_checklist",
    "draw_slips",
    "guide_box",
    "guide_widths",
    "lay_out",
    "learn_letters",
    "most_on_a_page",
    "panel_kind",
    "slip_problems",
]
