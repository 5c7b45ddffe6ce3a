"""The colours of a picture as its file means them, in sRGB."""

import io
from contextlib import suppress
from typing import cast

from PIL import Image, ImageCms

DISPLAY_GAMMA = 2.2
GAMMA_TOLERANCE = 0.05


def in_srgb(image: Image.Image) -> Image.Image:
    """The colours as the file means them: by its profile, or by the gamma of a PNG."""
    if profile := image.info.get("icc_profile"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a broken profile is passed over
            return _by_profile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
        return image
    gamma = image.info.get("gamma")
    if image.format == "PNG" and gamma and "srgb" not in image.info:
        return _by_gamma(image, gamma * DISPLAY_GAMMA)
    return image


def _by_profile(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    if "srgb" in ImageCms.getProfileName(profile).lower():
        return image
    if image.mode == "P" or image.has_transparency_data:
        coloured = image.convert("RGBA")
        alpha = coloured.getchannel("A")
        converted = _by_profile(coloured.convert("RGB"), profile)
        converted.putalpha(alpha)
        return converted
    if image.mode not in {"RGB", "CMYK", "L"}:
        return image
    target = ImageCms.createProfile("sRGB")
    found = cast("Image.Image", ImageCms.profileToProfile(image, profile, target, outputMode="RGB"))
    return found.convert("L") if image.mode == "L" else found


def _by_gamma(image: Image.Image, exponent: float) -> Image.Image:
    if abs(exponent - 1) <= GAMMA_TOLERANCE or image.mode not in {"RGB", "RGBA", "L", "LA", "P"}:
        return image
    curve = [round(255 * (level / 255) ** (1 / exponent)) for level in range(256)]
    if image.mode == "P":
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    straight = list(range(256))  # of the alpha channel
    bands = image.getbands()
    return image.point([level for band in bands for level in (straight if band == "A" else curve)])
