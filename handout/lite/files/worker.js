// Python in a worker. It takes requests from the page, gives them to the program, and sends its answers back.
"use strict";
{
  const NOWHERE = "https://inside.invalid/"; // Pyodide wants an address; nothing is ever fetched from it
  const UNPACK = `
def unpack(packed):
    import importlib, json, lzma, os, site
    row = memoryview(lzma.decompress(packed.to_bytes()))
    at = 4 + int.from_bytes(row[:4])
    for name, size in json.loads(bytes(row[4:at])).items():
        path = os.path.join(site.getsitepackages()[0], name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(row[at : at + size])
        at += size
    importlib.invalidate_caches()
unpack
`;
  const FIRST = /^\/($|static\/)/; // the page that begins, and what is on it
  let unpack, inside, rest;

  // What Pyodide fetches is in memory already.
  const fetchFrom = (files) => async (address) => {
    const name = String(address?.url ?? address).split("/").pop();
    if (!files[name]) throw new TypeError(`not in the file: ${name}`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(files[name], { headers: { "content-type": type } });
  };

  const start = async ({ files, school }) => {
    // Pyodide never answers where the browser cannot compile it.
    if (!WebAssembly.validate(files["pyodide.asm.wasm"])) return postMessage({ tooOld: true });
    globalThis.fetch = fetchFrom(files);
    const stage = (words, part) => postMessage({ stage: words, part });
    stage("Starting Python", 0.3);
    const python = await loadPyodide({
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      createPyodideModule: _createPyodideModule,
      lockFileContents: {
        info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2", version: "{{version}}" },
        packages: {},
      },
    });
    stage("Unpacking the program", 0.6);
    unpack = python.runPython(UNPACK);
    unpack(files["first.xz"]);
    rest = files["rest.xz"];
    Object.keys(files).forEach((name) => { delete files[name]; });
    stage("Opening the page", 0.8);
    inside = python.pyimport("handout.lite.inside");
    await inside.open_school(school, handoutCanvas);
    return postMessage({ ready: true });
  };

  const unpackRest = () => {
    if (!rest) return;
    unpack(rest);
    unpack.destroy();
    rest = undefined;
  };

  // The rest is unpacked while somebody looks at the first page, or at once where another page is asked for.
  const answer = async ({ id, method, address, headers, body }) => {
    if (!FIRST.test(address)) unpackRest();
    const found = await inside.ask(method, address, headers, body ?? new Uint8Array());
    const [status, kept, data] = found.toJs({ dict_converter: Object.fromEntries });
    found.destroy();
    postMessage({ id, status, headers: kept, data }, [data.buffer]);
    if (address === "/") unpackRest();
  };

  const saveSchool = async ({ id }) => {
    const found = await inside.save_school();
    const data = found.toJs();
    found.destroy();
    postMessage({ id, data }, [data.buffer]);
  };

  addEventListener("message", async ({ data }) => {
    try {
      if (data.files) await start(data);
      else if (data.save) await saveSchool(data);
      else await answer(data);
    } catch (error) {
      if (data.id) postMessage({ id: data.id, error: String(error) });
      else postMessage({ failed: String(error) });
    }
  });
}
