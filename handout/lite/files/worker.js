// Python in a worker. It takes requests from the page, gives them to the program, and sends its answers back.
"use strict";
{
  const NOWHERE = "https://inside.invalid/"; // Pyodide wants an address; nothing is ever fetched from it
  const UNPACK = `
def unpack(archive):
    import io, lzma, site, zipfile
    with zipfile.ZipFile(io.BytesIO(lzma.decompress(archive.to_bytes()))) as packed:
        packed.extractall(site.getsitepackages()[0])
unpack
`;
  let inside;

  // What Pyodide fetches is in memory already.
  const fetchFrom = (files) => async (address) => {
    const name = String(address?.url ?? address).split("/").pop();
    if (!files[name]) throw new TypeError(`not in the file: ${name}`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(files[name], { headers: { "content-type": type } });
  };

  const start = async ({ files, school }) => {
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
    const unpack = python.runPython(UNPACK);
    for (const name of ["packages.zip.xz", "program.zip.xz"]) unpack(files[name]);
    unpack.destroy();
    Object.keys(files).forEach((name) => { delete files[name]; });
    stage("Opening the page", 0.8);
    inside = python.pyimport("handout.lite.inside");
    await inside.open_school(school);
    postMessage({ ready: true });
  };

  const answer = async ({ id, method, address, headers, body }) => {
    const found = await inside.ask(method, address, headers, body ?? new Uint8Array());
    const [status, kept, data] = found.toJs({ dict_converter: Object.fromEntries });
    found.destroy();
    postMessage({ id, status, headers: kept, data }, [data.buffer]);
  };

  const saveSchool = ({ id }) => {
    const found = inside.save_school();
    const data = found.toJs();
    found.destroy();
    postMessage({ id, data }, [data.buffer]);
  };

  addEventListener("message", async ({ data }) => {
    try {
      if (data.files) await start(data);
      else if (data.save) saveSchool(data);
      else await answer(data);
    } catch (error) {
      if (data.id) postMessage({ id: data.id, error: String(error) });
      else postMessage({ failed: String(error) });
    }
  });
}
