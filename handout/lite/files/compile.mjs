// node compile.mjs PYODIDE_FOLDER IN.zip OUT.zip
// Every .py of an archive as the .pyc of Pyodide's own Python: else each start would compile hundreds of modules.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.resolve(folder, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: `${path.resolve(folder)}/` });
python.FS.writeFile("/in.zip", new Uint8Array(fs.readFileSync(from)));
python.runPython(`
import importlib._bootstrap_external as machinery, zipfile

READS_ITS_SOURCE = {"anyio/__init__.py"}
SMALLER_AS_SOURCE = {"pypdf/_codecs/adobe_glyphs.py"}  # a table

with zipfile.ZipFile("/in.zip") as old, zipfile.ZipFile("/out.zip", "w") as new:
    for name in sorted(old.namelist()):
        data = old.read(name)
        if name.endswith(".py") and name not in READS_ITS_SOURCE | SMALLER_AS_SOURCE:
            code = compile(data, name, "exec", dont_inherit=True, optimize=2)
            data, name = bytes(machinery._code_to_hash_pyc(code, bytes(8), False)), name + "c"
        new.writestr(zipfile.ZipInfo(name), data)
`);
fs.writeFileSync(to, python.FS.readFile("/out.zip"));
