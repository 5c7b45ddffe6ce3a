"""Sparing toner: flat backgrounds whitened, colours turned grey with their contrast kept."""

from typing import Any, cast

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

Colour = tuple[int, int, int]  # red, green, blue, of 255

SAMPLE_STEP = 4  # every 4th pixel each way tells of a whole slide what all of them do

# The ground: the one flat colour a slide is painted with. Of 255, in the strongest channel, unless said.
FLAT = 4  # how far a flat ground strays (JPEG noise); a sky strays further and is left alone
LEAST_SHARE = 0.2  # of the picture; less is a panel, not the ground
LIGHTEST_GROUND = 242  # luminance; lighter costs next to nothing
DARKEST_GROUND = 160  # luminance; on a darker one white text can be read (2.6:1), and would be lost

# What is on the ground: black or grey ink and its soft edges. Panels and screenshots are not.
NEAR = 12  # like the ground
COLOURLESS = 26  # between the channels, once the ground is divided out: ink, not a coloured shape
CELL = 4  # pixels; a cell counts as ground when most of it is
REACH = 2  # cells; from the open ground into the letters on it
EDGE = 2  # pixels; from the ground across the soft edge of a letter or a panel; the width of an outline

# Light letters on the ground: on white they would be lost, so such a ground is left alone.
LIGHTER = 40  # luminance above the ground; a pale pattern stays below
LETTER = 9  # cells; a narrower shape on the ground is a letter, an arrow or a frame, a wider one a panel
LEAST_LETTERS = 0.0004  # of the picture; a short word takes twice as much

# The edge of a card: on white, what is as white as the ground has become would be lost.
OUTLINE = 128  # grey
FINE_CELL = 2  # pixels
NARROW = 1  # fine cells each way from its middle; a pale line of a pattern is narrower

# A screenshot of a slide often has a sliver of the window around it, or a grey line, at its edge.
SLIVER = 6  # pixels from the edge of the picture
FAINT = 180  # luminance; what is darker there is kept

# Pale tints: they carry nothing that white would not, but print as dots all over.
PALE_FROM, PALE_FULLY = 200, 236  # luminance; from the one to the other a tint loses more and more of its ink

LUMINANCE = (0.2126, 0.7152, 0.0722, 0)  # of red, green, blue (Rec. 709)

# Grey is printed as dots of black: letters and lines of it fray.
DARKEST_GREY = 75  # darker is black
MIDTONES = 0.6  # gamma: of what is left, the mid-tones as they were; white on orange keeps 4.5:1
PAPER = 240  # lighter is as good as white
FAINT_INK = 120  # of thin letters and lines on paper: darker is black, and what is lighter gains
INK_REACH = 12  # fine cells; from open paper into the lines of a text on it


def whitened(image: Image.Image) -> Image.Image:
    """Turn the flat ground of an RGB or L picture white; what stands on it keeps its contrast.

    Ink is divided by the ground's colour, as a filter of that colour would be lifted off the paper.
    """
    if image.mode == "L":
        return whitened(image.convert("RGB")).convert("L")
    ground = _ground(image)
    if ground is None:
        return image
    near = _below(_strongest(ImageChops.difference(image, Image.new("RGB", image.size, ground))), NEAR)
    if _has_light_letters(image, ground, near):
        return image
    lifted = image.point(
        [min(255, round(value * 255 / max(1, tone))) for tone in ground for value in range(256)]
    )
    around = _around(near)
    on_ground = ImageChops.multiply(_below(_spread(lifted), COLOURLESS), around)
    white_ground = Image.composite(lifted.convert("L").convert("RGB"), image, on_ground)
    rim = _rim(image.size)
    grey = _below(_spread(image), COLOURLESS)
    sliver = ImageChops.multiply(ImageChops.multiply(rim, grey), _lighter(image, FAINT))
    light = ImageChops.subtract(_lighter(white_ground, PALE_FULLY), ImageChops.lighter(near, rim))
    outlines = ImageChops.multiply(around, _cards(light))
    paint = outlines.point(lambda drawn: OUTLINE if drawn else 255).convert("RGB")
    return Image.composite(paint, white_ground, ImageChops.lighter(sliver, outlines))


def paled(image: Image.Image) -> Image.Image:
    """Pale tints nearer to white, the palest white; what can be read on them stays as it is."""
    rise = (max(0, min(1, (tone - PALE_FROM) / (PALE_FULLY - PALE_FROM))) for tone in range(256))
    tints = image.convert("L", LUMINANCE) if image.mode == "RGB" else image
    white = Image.new(image.mode, image.size, "white")
    return Image.composite(white, image, tints.point([round(255 * part) for part in rise]))


def greyed(image: Image.Image) -> Image.Image:
    """Turn a picture grey by luminance, for black toner: what is thin on paper is nearly black, white stays."""
    grey = image if image.mode == "L" else image.convert("RGB").convert("L", LUMINANCE)
    tinted = _below(grey, PAPER)
    areas, paper = (_opened(_whole_cells(mask)) for mask in (tinted, ImageChops.invert(tinted)))
    thin = ImageChops.subtract(_grown(paper, INK_REACH), _grown(areas, 1))
    return Image.composite(
        _from_black(grey, FAINT_INK, 1),
        _from_black(grey, DARKEST_GREY, MIDTONES),
        thin.resize(grey.size, Image.Resampling.NEAREST),
    )


def sampled(image: Image.Image) -> Image.Image:
    """Every few pixels of a picture, each as it is."""
    size = max(1, image.width // SAMPLE_STEP), max(1, image.height // SAMPLE_STEP)
    return image.resize(size, Image.Resampling.NEAREST)


def _ground(image: Image.Image) -> Colour | None:
    """Return the colour most of the picture is painted with, if whitening it is worth while and safe."""
    small = sampled(image)
    pixels = small.width * small.height
    counts: dict[Colour, int] = {colour: count for count, colour in cast("Any", small.getcolors(pixels))}
    ground = max(counts, key=lambda colour: (counts[colour], colour))
    alike = sum(count for colour, count in counts.items() if _difference(colour, ground) <= FLAT)
    fit = alike >= LEAST_SHARE * pixels and DARKEST_GROUND <= _luminance(ground) <= LIGHTEST_GROUND
    return ground if fit else None


def _luminance(colour: Colour) -> float:
    return sum(share * tone for share, tone in zip(LUMINANCE, colour, strict=False))


def _difference(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _has_light_letters(image: Image.Image, ground: Colour, near: Image.Image) -> bool:
    """Tell whether narrow light shapes stand on the ground; beyond the picture's edge there is none."""
    open_ground = ImageOps.expand(_cells(near), LETTER, fill=0)
    panels = _grown(ImageChops.invert(_grown(open_ground, LETTER // 2)), LETTER // 2 + 1)
    lighter = _lighter(image, _luminance(ground) + LIGHTER)
    letters = ImageChops.subtract(lighter.reduce(CELL), ImageOps.crop(panels, LETTER))
    return ImageStat.Stat(letters).mean[0] > 255 * LEAST_LETTERS


def _around(near: Image.Image) -> Image.Image:
    """Return the mask of the ground and of the soft edges on it; specks in a screenshot do not count."""
    open_ground = _grown(_cells(near), REACH).resize(near.size, Image.Resampling.NEAREST)
    return ImageChops.multiply(_grown(near, EDGE), open_ground)


def _cards(light: Image.Image) -> Image.Image:
    """What of a light mask is a card, not a line of a pattern."""
    cells = light.reduce(FINE_CELL).point(lambda share: 255 if share else 0)
    return ImageChops.multiply(light, _opened(cells).resize(light.size, Image.Resampling.NEAREST))


def _opened(mask: Image.Image) -> Image.Image:
    """What of a mask is no narrow line."""
    return _grown(ImageChops.invert(_grown(ImageChops.invert(mask), NARROW)), NARROW)


def _whole_cells(mask: Image.Image) -> Image.Image:
    return mask.reduce(FINE_CELL).point(lambda share: 255 if share == 255 else 0)


def _from_black(grey: Image.Image, black: int, gamma: float) -> Image.Image:
    """Darker tones as black, the others spread over what is left."""
    return grey.point([round(255 * (max(0, tone - black) / (255 - black)) ** gamma) for tone in range(256)])


def _rim(size: tuple[int, int]) -> Image.Image:
    """The mask of what is at the edge of a picture."""
    rim = Image.new("L", size, "white")
    width, height = (length - 2 * SLIVER for length in size)
    if width > 0 and height > 0:
        rim.paste(Image.new("L", (width, height)), (SLIVER, SLIVER))
    return rim


def _cells(near: Image.Image) -> Image.Image:
    return near.reduce(CELL).point(lambda share: 255 if share > 127 else 0)


def _grown(mask: Image.Image, reach: int) -> Image.Image:
    return mask.filter(ImageFilter.BoxBlur(reach)).point(lambda share: 255 if share else 0)


def _spread(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return ImageChops.subtract(_strongest(image), weakest)


def _strongest(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _lighter(image: Image.Image, limit: float) -> Image.Image:
    return ImageChops.invert(_below(image.convert("L", LUMINANCE), limit))


def _below(image: Image.Image, limit: float) -> Image.Image:
    return image.point([255 if value < limit else 0 for value in range(256)])
