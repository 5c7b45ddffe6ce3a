// Pictures of another size, to the last bit as Pillow makes them (libImaging: Reduce.c, Resample.c, Geometry.c, BoxBlur.c).
"use strict";
{
  const { picture } = globalThis.handoutPixels;
  const bandsOf = (source) => source.data.length / (source.width * source.height);

  // The mean of `times` × `times` pixels; at the right and lower edge of those there are.
  const reduce = (source, times) => {
    const width = Math.ceil(source.width / times), height = Math.ceil(source.height / times), bands = bandsOf(source);
    const made = picture(source.mode, width, height), row = source.width * bands;
    let into = 0;
    for (let y = 0; y < height; y += 1) {
      const bottom = Math.min(source.height, (y + 1) * times);
      for (let x = 0; x < width; x += 1) {
        const right = Math.min(source.width, (x + 1) * times), count = (right - x * times) * (bottom - y * times);
        const multiplier = Math.floor(Math.fround(2 ** 32 / (count * 256))), half = count >> 1;
        for (let band = 0; band < bands; band += 1, into += 1) {
          let sum = half;
          for (let line = y * times; line < bottom; line += 1) {
            for (let at = line * row + x * times * bands + band, end = line * row + right * bands; at < end; at += bands) sum += source.data[at];
          }
          // Pillow shifts where a division by a whole number of bits does, which comes to the same
          made.data[into] = Math.floor(sum * multiplier / 2 ** 24);
        }
      }
    }
    return made;
  };

  const nearest = (source, width, height) => {
    const bands = bandsOf(source), made = picture(source.mode, width, height);
    const places = (from, to) => {
      const step = from / to, found = new Int32Array(to);
      for (let at = 0, place = step * 0.5; at < to; at += 1, place += step) found[at] = place;
      return found;
    };
    const columns = places(source.width, width), rows = places(source.height, height);
    let into = 0;
    for (const row of rows) {
      for (const column of columns) {
        const from = (row * source.width + column) * bands;
        for (let band = 0; band < bands; band += 1, into += 1) made.data[into] = source.data[from + band];
      }
    }
    made.palette = source.palette;
    return made;
  };

  // Weighted means ---------------------------------------------------------------------------------------

  const BITS = 22; // of the weights
  const sinc = (x) => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));
  const WAYS = {
    bilinear: { reach: 1, weigh: (x) => Math.max(0, 1 - Math.abs(x)) },
    lanczos: { reach: 3, weigh: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
  };

  // For each pixel of the new line: where its sources begin, and their weights.
  const weightsOf = (from, to, { reach, weigh }) => {
    const scale = from / to, wide = Math.max(scale, 1), support = reach * wide;
    return Array.from({ length: to }, (_, at) => {
      const centre = (at + 0.5) * scale;
      const first = Math.max(0, Math.trunc(centre - support + 0.5)), end = Math.min(from, Math.trunc(centre + support + 0.5));
      const raw = Array.from({ length: end - first }, (_none, x) => weigh((x + first - centre + 0.5) * (1 / wide)));
      const sum = raw.reduce((a, b) => a + b, 0);
      const weights = raw.map((weight) => (sum ? weight / sum : weight) * 2 ** BITS);
      return { first, weights: Int32Array.from(weights, (weight) => (weight < 0 ? weight - 0.5 : weight + 0.5)) };
    });
  };

  const level = (sum) => Math.max(0, Math.min(255, sum >> BITS));
  const HALF = 1 << (BITS - 1);

  const narrowed = (source, width, way) => {
    const bands = bandsOf(source), made = picture(source.mode, width, source.height), weights = weightsOf(source.width, width, way);
    for (let y = 0, into = 0; y < source.height; y += 1) {
      for (const { first, weights: shares } of weights) {
        for (let band = 0; band < bands; band += 1, into += 1) {
          let sum = HALF;
          for (let x = 0, from = (y * source.width + first) * bands + band; x < shares.length; x += 1, from += bands) sum += source.data[from] * shares[x];
          made.data[into] = level(sum);
        }
      }
    }
    return made;
  };

  const lowered = (source, height, way) => {
    const row = source.width * bandsOf(source), made = picture(source.mode, source.width, height), sums = new Int32Array(row);
    weightsOf(source.height, height, way).forEach(({ first, weights: shares }, y) => {
      sums.fill(HALF);
      shares.forEach((share, line) => {
        for (let at = 0, from = (first + line) * row; at < row; at += 1, from += 1) sums[at] += source.data[from] * share;
      });
      for (let at = 0; at < row; at += 1) made.data[y * row + at] = level(sums[at]);
    });
    return made;
  };

  const resampled = (source, width, height, name) => {
    const way = WAYS[name], wide = width === source.width ? source : narrowed(source, width, way);
    return height === source.height ? wide : lowered(wide, height, way);
  };

  // Box blur --------------------------------------------------------------------------------------------

  // One line blurred; beyond its ends it goes on as it ends.
  const blurLine = (line, radius, made) => {
    const last = line.length - 1, share = Math.floor(Math.fround(2 ** 24 / (radius * 2 + 1)));
    const rest = Math.floor((2 ** 24 - (radius * 2 + 1) * share) / 2);
    const level = (at) => line[at < 0 ? 0 : at > last ? last : at];
    let sum = 0;
    for (let at = -radius - 1; at < radius; at += 1) sum += level(at);
    for (let at = 0; at <= last; at += 1) {
      sum += level(at + radius) - level(at - radius - 1);
      made[at] = (sum * share + (level(at - radius - 1) + level(at + radius + 1)) * rest + 2 ** 23) / 2 ** 24;
    }
  };

  // Of a picture with one band.
  const boxBlur = (source, radius) => {
    const { width, height } = source, made = picture(source.mode, width, height);
    for (let y = 0; y < height; y += 1) blurLine(source.data.subarray(y * width, y * width + width), radius, made.data.subarray(y * width, y * width + width));
    const column = new Uint8Array(height), blurred = new Uint8Array(height);
    for (let x = 0; x < width; x += 1) {
      for (let y = 0; y < height; y += 1) column[y] = made.data[y * width + x];
      blurLine(column, radius, blurred);
      for (let y = 0; y < height; y += 1) made.data[y * width + x] = blurred[y];
    }
    return made;
  };

  Object.assign(globalThis.handoutPixels, { reduce, nearest, resampled, boxBlur });
}
