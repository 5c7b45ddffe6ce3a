"""What files, bookmarks and children are called."""

from handout.model.student import Student


def whole_title(class_name: str) -> str:
    """The bookmark of a file that holds a whole class; `part_title` is that of a part."""
    return f"Class {class_name}" if class_name else "Class set"


def part_title(class_name: str) -> str:
    return f"Part of class {class_name}" if class_name else "Part of a class set"


def several_title(classes: int) -> str:
    """The title of a file that holds several classes; each has a bookmark of its own in it."""
    return f"{classes} classes"


def bookmark_words(student: Student) -> str:
    """A child's bookmark: by register number, never by name."""
    if student.register_number:
        return f"{student.class_name} No. {student.register_number}".strip()
    return (
        f"{student.class_name} (no number)".strip()
        if student.listed_name
        else f"{student.class_name} spare".strip()
    )


def number_and_name(register_number: str, name: str) -> str:
    """A child as messages name it: No. 7 TAN MEI LING."""
    return f"No. {register_number} {name}".strip() if register_number else name


def checklist_title(class_name: str) -> str:
    """The title of a class's hand-out list."""
    return f"Hand-out list: class {class_name}" if class_name else "Hand-out list"


def checklists_title(classes: int) -> str:
    """The title of a file that holds the hand-out lists of several classes."""
    return f"Hand-out lists: {classes} classes"
