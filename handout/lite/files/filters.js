// The rows of a picture for a PNG, filtered as Pillow does it (libImaging: ZipEncode.c).
"use strict";
{
  // Rows with PNG filters: of each row the one whose differences come to least, as Pillow chooses.
  const filtered = (source) => {
    const row = source.data.length / source.height, bands = row / source.width, made = new Uint8Array(source.height * (row + 1));
    if (source.mode === "P") {
      for (let y = 0; y < source.height; y += 1) made.set(source.data.subarray(y * row, y * row + row), y * (row + 1) + 1);
      return made;
    }
    const tried = FILTERS.map(() => new Uint8Array(row)), above = new Uint8Array(row);
    for (let y = 0; y < source.height; y += 1) {
      const line = source.data.subarray(y * row, y * row + row);
      FILTERS.forEach((filter, kind) => filter(line, above, bands, tried[kind]));
      const ways = tried.map(strength), best = ways.indexOf(Math.min(...ways));
      made[y * (row + 1)] = best;
      made.set(tried[best], y * (row + 1) + 1);
      above.set(line);
    }
    return made;
  };

  // What the differences of a row come to.
  const strength = (row) => {
    let sum = 0;
    for (let at = 0; at < row.length; at += 1) sum += row[at] < 128 ? row[at] : 256 - row[at];
    return sum;
  };

  const FILTERS = [
    (line, _above, _bands, made) => made.set(line),
    (line, _above, bands, made) => { for (let at = 0; at < line.length; at += 1) made[at] = line[at] - (at < bands ? 0 : line[at - bands]); },
    (line, above, _bands, made) => { for (let at = 0; at < line.length; at += 1) made[at] = line[at] - above[at]; },
    (line, above, bands, made) => { for (let at = 0; at < line.length; at += 1) made[at] = line[at] - (((at < bands ? 0 : line[at - bands]) + above[at]) >> 1); },
    (line, above, bands, made) => {
      for (let at = 0; at < line.length; at += 1) {
        const left = at < bands ? 0 : line[at - bands], up = above[at], corner = at < bands ? 0 : above[at - bands];
        const fromLeft = Math.abs(up - corner), fromUp = Math.abs(left - corner), fromCorner = Math.abs(left + up - 2 * corner);
        made[at] = line[at] - (fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner);
      }
    },
  ];

  Object.assign(globalThis.handoutPixels, { filtered });
}
