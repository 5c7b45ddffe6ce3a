"""The office's page: it speaks to people and has no rule of its own."""

from handout.web.app import create_app
from handout.web.serve import serve

__all__ = ["create_app", "serve"]
