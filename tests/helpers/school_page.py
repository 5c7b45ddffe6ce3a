"""What the tests of the school's page upload to it."""

import io

from PIL import Image

PAGE = "---\ntitle: MIMS Account\n---\n<h3>What is MIMS?</h3><p>One account.</p><table><tr><td><p>Chrome</p></td></tr></table>\n"


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1180, 660), colour).save(out, kind)
    return out.getvalue()
