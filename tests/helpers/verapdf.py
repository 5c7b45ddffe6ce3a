"""What veraPDF, the reference validator, has against a file: its claims of PDF/UA-1 and PDF/A-2a tested.

    mvn dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory=FOLDER
    VERAPDF=FOLDER/greenfield-apps-1.28.2.jar python -m pytest

One run of Java, which takes seconds to start, validates all files that it is given.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PROFILES = {"PDF/A-2A validation profile", "PDF/UA-1 validation profile"}

needs_verapdf = pytest.mark.skipif(
    "VERAPDF" not in os.environ, reason="VERAPDF does not name the jar of veraPDF (tests/helpers/verapdf.py)"
)


def verapdf_faults(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What is wrong with each file, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        for name, pdf in files.items():
            Path(folder, f"{name}.pdf").write_bytes(pdf)
        command = ["java", "-cp", os.environ["VERAPDF"], "org.verapdf.apps.GreenfieldCliWrapper"]
        paths = [f"{name}.pdf" for name in files]
        done = subprocess.run([*command, *paths], cwd=folder, capture_output=True, check=False)
    jobs = ET.fromstring(done.stdout).iter("job")
    return {Path(job.findtext("item/name", "")).stem: _faults(job) for job in jobs}


def _faults(job: ET.Element) -> list[str]:
    """Broken rules; and the profiles that the file does not claim to follow, or that could not be tested."""
    faults, passed = [], set()
    for report in job.iter("validationReport"):
        profile = report.get("profileName", "")
        if report.get("isCompliant") == "true":
            passed.add(profile)
        faults += [
            f"{profile}, {rule.get('clause')}-{rule.get('testNumber')}: {rule.findtext('description')}"
            for rule in report.iter("rule")
        ]
    return faults or [f"not valid: {profile}" for profile in sorted(PROFILES - passed)]
