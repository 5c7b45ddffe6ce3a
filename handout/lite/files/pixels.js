// Pixels of pictures, one operation after the other, each to the last bit as Pillow does it (libImaging, release 13).
// A picture is { mode, width, height, data }: rows of bytes, as many to a pixel as its mode has bands.
"use strict";
{
  const BANDS = { L: 1, P: 1, LA: 2, I: 2, RGB: 3, RGBA: 4, RGBa: 4 }; // I: numbers of two bytes, the lower first
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

  const CHOPS = {
    difference: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = Math.abs(a[at] - b[at]); },
    multiply: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = a[at] * b[at] / 255; },
    lighter: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = a[at] > b[at] ? a[at] : b[at]; },
    darker: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = a[at] < b[at] ? a[at] : b[at]; },
    add_modulo: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = a[at] + b[at]; },
    subtract: (a, b, made) => { for (let at = 0; at < made.length; at += 1) made[at] = a[at] > b[at] ? a[at] - b[at] : 0; },
  };
  const chop = (name, one, other) => {
    const made = like(one);
    CHOPS[name](one.data, other.data, made.data);
    return made;
  };

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

  const merged = (mode, bands) => {
    const made = picture(mode, bands[0].width, bands[0].height);
    bands.forEach(({ data }, band) => {
      for (let at = band, from = 0; at < made.data.length; at += bands.length, from += 1) made.data[at] = data[from];
    });
    return made;
  };

  // I to L: `table` holds a level for each number of two bytes.
  const lookedUp = (source, table) => {
    const made = picture("L", source.width, source.height), { data } = source;
    for (let at = 0, from = 0; at < made.data.length; at += 1, from += 2) made.data[at] = table[data[from] | (data[from + 1] << 8)];
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

  const CONVERSIONS = {
    "RGB L": (from, into) => {
      for (let at = 0, to = 0; to < into.length; at += 3, to += 1) into[to] = (from[at] * 19595 + from[at + 1] * 38470 + from[at + 2] * 7471 + 0x8000) >> 16;
    },
    "L RGB": (from, into) => {
      for (let at = 0, to = 0; to < into.length; at += 1, to += 3) into[to] = into[to + 1] = into[to + 2] = from[at];
    },
    "P RGB": (from, into, palette) => {
      for (let at = 0, to = 0; to < into.length; at += 1, to += 3) {
        for (let band = 0; band < 3; band += 1) into[to + band] = palette[from[at] * 3 + band];
      }
    },
    "RGBA RGB": (from, into) => {
      for (let at = 0, to = 0; to < into.length; at += 4, to += 3) {
        for (let band = 0; band < 3; band += 1) into[to + band] = from[at + band];
      }
    },
    "RGBA RGBa": (from, into) => {
      for (let at = 0; at < into.length; at += 4) {
        for (let band = at; band < at + 3; band += 1) into[band] = part(from[band], from[at + 3]);
        into[at + 3] = from[at + 3];
      }
    },
    "RGBa RGBA": (from, into) => {
      for (let at = 0; at < into.length; at += 4) {
        const alpha = from[at + 3] || 255;
        for (let band = at; band < at + 3; band += 1) into[band] = Math.min(255, Math.floor(255 * from[band] / alpha));
        into[at + 3] = from[at + 3];
      }
    },
  };
  const converted = (source, mode) => {
    const made = picture(mode, source.width, source.height);
    CONVERSIONS[`${source.mode} ${mode}`](source.data, made.data, source.palette);
    return made;
  };

  // RGB to L with weights of its own, in single precision.
  const weighed = (source, weights) => {
    const single = Math.fround, [red, green, blue, more] = weights.map(single), from = source.data;
    const made = picture("L", source.width, source.height), into = made.data;
    for (let at = 0, to = 0; to < into.length; at += 3, to += 1) {
      const two = single(single(red * from[at]) + single(green * from[at + 1]));
      const all = single(single(single(two + single(blue * from[at + 2])) + more) + 0.5);
      into[to] = Math.max(0, Math.min(255, all));
    }
    return made;
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

  // How many pixels of a picture with one band have each level.
  const histogram = ({ data }) => {
    const counts = new Uint32Array(256);
    for (let at = 0; at < data.length; at += 1) counts[data[at]] += 1;
    return counts;
  };

  // The box of what is not 0 in a picture with one band; nothing where all is.
  const box = ({ data, width, height }) => {
    let left = width, top = height, right = 0, bottom = 0;
    for (let y = 0, at = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1, at += 1) {
        if (!data[at]) continue;
        if (x < left) left = x;
        if (x >= right) right = x + 1;
        if (y < top) top = y;
        bottom = y + 1;
      }
    }
    return right ? [left, top, right, bottom] : undefined;
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

  globalThis.handoutPixels = { picture, filled, chop, paste, copy, point, band, merged, lookedUp, crop, converted, weighed, sums, extremes, histogram, box, colours };
}
