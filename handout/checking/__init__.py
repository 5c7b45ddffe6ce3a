"""A printed PDF → what is wrong with it. It knows nothing of the drawing that it checks."""

from handout.checking.verify import Verdict, check_set, verify_set

__all__ = [
    "Verdict",
    "check_set",
    "verify_set",
]
