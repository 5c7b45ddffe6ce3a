"""The colour profile of an archival file."""

import io
from itertools import product

import pytest
from PIL import Image, ImageCms

from handout.pdf.colour_profile import srgb_profile


@pytest.fixture(scope="module")
def profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))


def test_is_a_small_profile_of_version_2_for_displays(profile: ImageCms.ImageCmsProfile) -> None:
    assert profile.profile.version == 2.1
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert profile.profile.connection_space.strip() == "XYZ"
    assert profile.profile.device_class == "mntr"
    assert profile.profile.profile_description == "sRGB"
    assert len(srgb_profile()) < 3000


def test_leaves_every_srgb_colour_as_it_is(profile: ImageCms.ImageCmsProfile) -> None:
    levels = range(0, 256, 15)
    colours = bytes(level for colour in product(levels, repeat=3) for level in colour)
    image = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    reference = ImageCms.createProfile("sRGB")
    for source, target in ((profile, reference), (reference, profile)):
        changed = ImageCms.profileToProfile(image, source, target).tobytes()
        assert max(abs(after - before) for before, after in zip(colours, changed, strict=True)) <= 1


def test_is_whole(profile: ImageCms.ImageCmsProfile) -> None:
    data = srgb_profile()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert len(data) % 4 == 0
    white = profile.profile.media_white_point[0]
    assert white == pytest.approx((0.9642, 1, 0.8249), abs=1e-4)
