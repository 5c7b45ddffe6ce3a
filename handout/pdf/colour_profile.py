"""The sRGB profile that an archival file carries, the same bytes on every day."""

from functools import cache

_DATE = slice(24, 36)  # when the profile was made (ICC.1, 7.2.8)
_THE_DATE = bytes.fromhex("07D0 0001 0001 0000 0000 0000")


@cache
def srgb_profile() -> bytes:
    from PIL import ImageCms  # noqa: PLC0415 - only a run that writes a file needs it

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = _THE_DATE
    return bytes(profile)
