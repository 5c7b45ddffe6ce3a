// Pictures of at most 256 colours, to the last bit as Pillow makes them (libImaging: QuantOctree.c by Oliver Tonnhofer).
"use strict";
{
  const { picture } = globalThis.handoutPixels;
  const MOST = 256, FINE = 4, COARSE = 2; // bits of each channel

  // A cube of buckets: how many pixels are in each, and the sums of their channels.
  const cube = (bits) => ({ bits, buckets: Array.from({ length: 8 ** bits }, () => ({ count: 0, sums: [0, 0, 0] })) });
  const placeOf = (bits, [red, green, blue]) => ((red >> (8 - bits)) << (2 * bits)) | ((green >> (8 - bits)) << bits) | (blue >> (8 - bits));
  const isUsed = ({ count }) => count > 0;
  const used = (of) => of.buckets.filter(isUsed).length;
  const byCount = (of) => [...of.buckets].sort((a, b) => b.count - a.count);
  const mean = ({ count, sums }) => (count ? sums.map((sum) => Math.min(255, Math.trunc(Math.fround(Math.fround(sum) / count)))) : [0, 0, 0]);

  const add = (bucket, other, sign) => {
    bucket.count += sign * other.count;
    other.sums.forEach((sum, channel) => { bucket.sums[channel] += sign * sum; });
  };

  const coarserPlace = (place) => {
    const level = (channel) => ((place >> (channel * FINE)) & 15) >> (FINE - COARSE);
    return (level(2) << (2 * COARSE)) | (level(1) << COARSE) | level(0);
  };

  const fineCube = ({ data }) => {
    const made = cube(FINE);
    for (let at = 0; at < data.length; at += 3) {
      const bucket = made.buckets[((data[at] >> 4) << 8) | (data[at + 1] & 0xf0) | (data[at + 2] >> 4)];
      bucket.count += 1;
      bucket.sums[0] += data[at];
      bucket.sums[1] += data[at + 1];
      bucket.sums[2] += data[at + 2];
    }
    return made;
  };

  const coarseCube = (fine) => {
    const made = cube(COARSE);
    fine.buckets.forEach((bucket, place) => add(made.buckets[coarserPlace(place)], bucket, 1));
    return made;
  };

  // The colours that most pixels have, each in a fine bucket of its own; those left over share coarse ones.
  const bucketsOf = (source) => {
    const fine = fineCube(source), coarse = coarseCube(fine), most = byCount(fine);
    let shared = used(coarse), own = 0;
    const take = () => {
      const end = MOST - shared;
      most.slice(own, end).filter(isUsed).forEach((bucket) => add(coarse.buckets[placeOf(COARSE, mean(bucket))], bucket, -1));
      own = end;
    };
    take();
    while (shared > used(coarse)) {
      shared = used(coarse);
      take();
    }
    return [byCount(coarse).slice(0, shared), most.slice(0, own)];
  };

  const octree = (source) => {
    const [coarse, fine] = bucketsOf(source);
    const palette = [...coarse, ...fine].map(mean), places = { coarse: new Uint8Array(8 ** COARSE), fine: new Uint8Array(8 ** FINE) };
    for (let at = coarse.length - 1; at >= 0; at -= 1) places.coarse[placeOf(COARSE, palette[at])] = at;
    places.fine.forEach((_, place) => { places.fine[place] = places.coarse[coarserPlace(place)]; });
    for (let at = MOST - 1; at >= coarse.length; at -= 1) places.fine[placeOf(FINE, palette[at])] = at;
    const made = picture("P", source.width, source.height), { data } = source;
    for (let at = 0, from = 0; at < made.data.length; at += 1, from += 3) {
      made.data[at] = places.fine[((data[from] >> 4) << 8) | (data[from + 1] & 0xf0) | (data[from + 2] >> 4)];
    }
    made.palette = Uint8Array.from(palette.flat());
    return made;
  };

  Object.assign(globalThis.handoutPixels, { octree });
}
