// Pixels of pictures, one operation after the other, each to the last bit as Pillow does it (libImaging, release 13).
// A picture is { mode, width, height, data }: rows of bytes, as many to a pixel as its mode has bands.
"use strict";
{
  const BANDS = { L: 1, P: 1, RGB: 3, RGBA: 4, RGBa: 4 };
  const bandsOf = ({ mode }) => BANDS[mode];

  const picture = (mode, width, height, data = new Uint8Array(width * height * BANDS[mode])) => ({ mode, width, height, data });
  const like = ({ mode, width, height }, data) => picture(mode, width, height, data);

  // a × b of 255, rounded
  const part = (a, b) => {
    const product = a * b + 128;
    return ((product >> 8) + product) >> 8;
  };

  const filled = (mode, width, height, colour) => {
    const made = picture(mode, width, height);
    made.data.set(colour);
    for (let done = colour.length; done && done < made.data.length; done *= 2) made.data.copyWithin(done, 0, done);
    return made;
  };

  // Two pictures into one -------------------------------------------------------------------------------

  const combined = (of) => (one, other) => {
    const made = like(one), a = one.data, b = other.data;
    for (let at = 0; at < a.length; at += 1) made.data[at] = of(a[at], b[at]);
    return made;
  };

  const CHOPS = {
    difference: combined((a, b) => (a > b ? a - b : b - a)),
    multiply: combined((a, b) => (a * b / 255) | 0),
    lighter: combined((a, b) => (a > b ? a : b)),
    darker: combined((a, b) => (a < b ? a : b)),
    subtract: combined((a, b) => (a > b ? a - b : 0)),
  };
  const chop = (name, one, other) => CHOPS[name](one, other);

  // `source` lies on `target` from (left, top) on; where there is a mask, as far as it covers.
  const paste = (target, source, left, top, mask) => {
    const bands = bandsOf(source), row = source.width * bands;
    for (let y = 0; y < source.height; y += 1) {
      const to = ((top + y) * target.width + left) * bands, from = y * row;
      if (!mask) target.data.set(source.data.subarray(from, from + row), to);
      else {
        for (let x = 0, at = to, of = from; x < source.width; x += 1) {
          const cover = mask.data[y * source.width + x];
          for (let band = 0; band < bands; band += 1, at += 1, of += 1) {
            const sum = target.data[at] * (255 - cover) + source.data[of] * cover + 128;
            target.data[at] = ((sum >> 8) + sum) >> 8;
          }
        }
      }
    }
  };

  // One picture into another ----------------------------------------------------------------------------

  const copy = (source) => like(source, source.data.slice());

  // `table` holds 256 levels for each band.
  const point = (source, table) => {
    const made = like(source), bands = bandsOf(source);
    for (let band = 0; band < bands; band += 1) {
      const levels = table.subarray(band * 256, band * 256 + 256);
      for (let at = band; at < made.data.length; at += bands) made.data[at] = levels[source.data[at]];
    }
    return made;
  };

  const band = (source, number) => {
    const made = picture("L", source.width, source.height), bands = bandsOf(source);
    for (let at = 0, from = number; at < made.data.length; at += 1, from += bands) made.data[at] = source.data[from];
    return made;
  };

  const crop = (source, left, top, right, bottom) => {
    const made = picture(source.mode, right - left, bottom - top), bands = bandsOf(source), row = made.width * bands;
    for (let y = 0; y < made.height; y += 1) {
      const from = ((top + y) * source.width + left) * bands;
      made.data.set(source.data.subarray(from, from + row), y * row);
    }
    return made;
  };

  const eachPixel = (source, mode, change) => {
    const made = picture(mode, source.width, source.height), from = bandsOf(source), to = bandsOf(made);
    for (let at = 0, into = 0; into < made.data.length; at += from, into += to) change(source.data, at, made.data, into);
    return made;
  };

  const keepColour = (from, at, into, to) => {
    into[to] = from[at];
    into[to + 1] = from[at + 1];
    into[to + 2] = from[at + 2];
  };

  const CONVERSIONS = {
    "RGB L": (source) => eachPixel(source, "L", (from, at, into, to) => {
      into[to] = (from[at] * 19595 + from[at + 1] * 38470 + from[at + 2] * 7471 + 0x8000) >> 16;
    }),
    "L RGB": (source) => eachPixel(source, "RGB", (from, at, into, to) => {
      into[to] = from[at];
      into[to + 1] = from[at];
      into[to + 2] = from[at];
    }),
    "P RGB": (source) => eachPixel(source, "RGB", (from, at, into, to) => keepColour(source.palette, from[at] * 3, into, to)),
    "RGBA RGB": (source) => eachPixel(source, "RGB", keepColour),
    "RGBA RGBa": (source) => eachPixel(source, "RGBa", (from, at, into, to) => {
      for (let band = 0; band < 3; band += 1) into[to + band] = part(from[at + band], from[at + 3]);
      into[to + 3] = from[at + 3];
    }),
    "RGBa RGBA": (source) => eachPixel(source, "RGBA", (from, at, into, to) => {
      const alpha = from[at + 3] || 255;
      for (let band = 0; band < 3; band += 1) into[to + band] = Math.min(255, Math.floor(255 * from[at + band] / alpha));
      into[to + 3] = from[at + 3];
    }),
  };
  const converted = (source, mode) => CONVERSIONS[`${source.mode} ${mode}`](source);

  // RGB to L with weights of its own, in single precision.
  const weighed = (source, weights) => {
    const single = Math.fround, [red, green, blue, more] = weights.map(single);
    return eachPixel(source, "L", (from, at, into, to) => {
      const two = single(single(red * from[at]) + single(green * from[at + 1]));
      const all = single(single(single(two + single(blue * from[at + 2])) + more) + 0.5);
      into[to] = Math.max(0, Math.min(255, all));
    });
  };

  // What is in a picture ----------------------------------------------------------------------------------

  // The sum of each band's levels, and of their squares.
  const sums = (source) => {
    const bands = bandsOf(source), found = new Float64Array(2 * bands);
    for (let at = 0; at < source.data.length; at += 1) {
      const level = source.data[at];
      found[at % bands] += level;
      found[bands + at % bands] += level * level;
    }
    return found;
  };

  const extremes = ({ data }) => {
    let least = 255, most = 0;
    for (let at = 0; at < data.length; at += 1) {
      if (data[at] < least) least = data[at];
      if (data[at] > most) most = data[at];
    }
    return [least, most];
  };

  const colourAt = (data, at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];

  // The colours of an RGB picture and how often each is there, one after the other; nothing where there are more than `most`.
  const colours = (source, most) => {
    const counts = new Map();
    let last = -1, run = 0;
    const add = () => counts.set(last, (counts.get(last) ?? 0) + run);
    for (let at = 0; at < source.data.length; at += 3) {
      const colour = colourAt(source.data, at);
      if (colour === last) run += 1;
      else {
        if (run) add();
        if (counts.size > most) return undefined;
        last = colour;
        run = 1;
      }
    }
    add();
    return counts.size > most ? undefined : new Uint32Array([...counts].flat());
  };

  // Rows with PNG filters: of each row the one whose differences come to least, as Pillow chooses.
  const filtered = (source) => {
    const bands = bandsOf(source), row = source.width * bands, made = new Uint8Array(source.height * (row + 1));
    if (source.mode === "P") {
      for (let y = 0; y < source.height; y += 1) made.set(source.data.subarray(y * row, y * row + row), y * (row + 1) + 1);
      return made;
    }
    const tries = FILTERS.map(() => new Uint8Array(row)), above = new Uint8Array(row), line = new Uint8Array(row);
    for (let y = 0; y < source.height; y += 1) {
      line.set(source.data.subarray(y * row, y * row + row));
      let best = 0, least = Infinity;
      FILTERS.forEach((of, kind) => {
        let sum = 0;
        for (let at = 0; at < row && sum < least; at += 1) {
          const left = at < bands ? 0 : line[at - bands], corner = at < bands ? 0 : above[at - bands];
          const value = (line[at] - of(left, above[at], corner)) & 255;
          tries[kind][at] = value;
          sum += value < 128 ? value : 256 - value;
        }
        if (sum < least) [best, least] = [kind, sum];
      });
      made[y * (row + 1)] = best;
      made.set(tries[best], y * (row + 1) + 1);
      above.set(line);
    }
    return made;
  };

  const FILTERS = [
    () => 0,
    (left) => left,
    (_, up) => up,
    (left, up) => (left + up) >> 1,
    (left, up, corner) => {
      const fromLeft = Math.abs(up - corner), fromUp = Math.abs(left - corner), fromCorner = Math.abs(left + up - 2 * corner);
      if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
      return fromUp <= fromCorner ? up : corner;
    },
  ];

  globalThis.handoutPixels = { picture, filled, chop, paste, copy, point, band, crop, converted, weighed, sums, extremes, colours, filtered, colourAt };
}
