"""The README's example in Python, checked by mypy and run by the tests."""

from pathlib import Path

from handout import build_handout, class_set, load_content, read_students

content = load_content("content.yaml")
roster = read_students("3A.xlsx", domain=content.settings.domain)  # students, problems, notes
Path("output/mims-account.pdf").write_bytes(build_handout(content))
Path("output/3A.pdf").write_bytes(class_set(content, roster.students))
