// Pictures that the browser decodes, read back from its canvas.
"use strict";
{
  const { picture } = globalThis.handoutPixels;
  const SIDE = 64; // pixels of the pattern

  // Read back often: then it is drawn without the graphics card, and every pixel comes back as it was.
  const canvas = (width, height) => new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });

  const drawn = (bitmap, width, top, bottom) => {
    const context = canvas(width, bottom - top);
    context.drawImage(bitmap, 0, -top);
    return context.getImageData(0, 0, width, bottom - top).data;
  };

  const pattern = () => {
    const known = new ImageData(SIDE, SIDE);
    let number = 1;
    known.data.forEach((_, at) => {
      number = (Math.imul(number, 1103515245) + 12345) >>> 0;
      known.data[at] = at % 4 === 3 ? 255 : number >>> 24;
    });
    return known;
  };

  // Some browsers change what is read from a canvas, so that nobody is known by it: then a known pattern is changed too.
  const isTrue = async () => {
    try {
      const known = pattern(), seen = drawn(await createImageBitmap(known), SIDE, 0, SIDE);
      return known.data.every((level, at) => level === seen[at]);
    } catch {
      return false; // there is no canvas in a worker
    }
  };

  // Upright, its colours in sRGB; nothing where the browser cannot decode it.
  const open = async (file) => {
    const bytes = file.getBuffer();
    try {
      const bitmap = await createImageBitmap(new Blob([bytes.data.slice()]));
      const { width, height } = bitmap;
      return {
        width,
        height,
        rows: (top, bottom) => picture("RGBA", width, bottom - top, new Uint8Array(drawn(bitmap, width, top, bottom).buffer)),
        close: () => bitmap.close(),
      };
    } catch {
      return undefined;
    } finally {
      bytes.release();
    }
  };

  globalThis.handoutCanvas = { isTrue, open };
}
