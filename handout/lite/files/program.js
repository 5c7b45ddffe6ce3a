// The program in the file: unpacked, started in a worker, and asked there.
"use strict";
{
  const one = (selector) => document.querySelector(selector);
  const waiting = new Map();
  let worker, opened, latest = 0;

  one("#no-script").remove(); // it stays where no script runs, and where this one is too new for the browser

  // Unpacking ------------------------------------------------------------------------------------------

  const bytesOf = (text) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));

  const take = (kind) => [...document.querySelectorAll(`script[data-${kind}]`)].map((element) => {
    const text = element.textContent;
    element.remove();
    return text;
  });

  const unpacked = async (pieces) => {
    const stream = new Blob(pieces.map(bytesOf)).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const partsOf = (whole) => {
    const length = new DataView(whole.buffer).getUint32(0);
    let at = 4 + length;
    return Object.fromEntries(Object.entries(JSON.parse(new TextDecoder().decode(whole.subarray(4, at)))).map(([name, size]) => {
      at += size;
      return [name, whole.slice(at - size, at)];
    }));
  };

  const tell = (words, part) => {
    const stage = one("#stage");
    if (!stage) return;
    stage.textContent = words;
    one("#starting").value = part;
  };

  const ANOTHER = "Open the file in another browser (Edge, Chrome or Firefox of the last two years), or ask your ICT teacher.";
  const NEEDS = [
    ["It needs WebAssembly. This browser does not have it, or its settings do not allow it.", () => typeof WebAssembly === "object"],
    ["It needs a newer browser.", () => typeof DecompressionStream === "function" && typeof Worker === "function" && "popover" in HTMLElement.prototype],
  ];
  const OLD = NEEDS[1][0];

  const fail = (what, remedy = ANOTHER) => {
    const said = [["h1", "This file cannot start here"], ["p", what], ["p", remedy]];
    const box = document.createElement("div");
    box.setAttribute("role", "alert");
    box.append(...said.map(([name, textContent]) => Object.assign(document.createElement(name), { textContent })));
    one("#main").replaceChildren(box);
  };

  const stopped = (fault) => {
    console.error(fault); // for whoever is asked for help
    fail("It stopped while it was starting.", `Close other windows, and open the file again. If that does not help: ${ANOTHER}`);
  };

  // What is packed, or nothing where a piece is missing.
  const whole = (pieces) => unpacked(pieces).catch(() => fail("The file is not whole: a part of it is missing.", "Copy it again from where you got it, or ask your ICT teacher for it."));

  // Starts the program; `ready` is called once it answers. Gives what the file is saved from: its page, and the program as it is packed.
  const start = async (ready) => {
    const lacking = NEEDS.find(([, works]) => !works());
    if (lacking) return fail(lacking[0]);
    const pieces = take("program"), school = take("school");
    const packed = new Blob(pieces.map((piece) => `<script type="text/plain" data-program>${piece}<\/script>\n`));
    tell("Unpacking", 0.1);
    const row = await whole(pieces), words = row && await whole(school);
    if (!words) return undefined;
    const { "worker.js": code, "shell.html": page, ...files } = partsOf(row);
    opened = ready;
    worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    worker.onerror = (event) => stopped(event.message);
    worker.onmessage = heard;
    worker.postMessage({ files, school: words }, Object.values(files).map((file) => file.buffer));
    return { page: new TextDecoder().decode(page), packed };
  };

  const heard = async ({ data }) => {
    if (data.stage) tell(data.stage, data.part);
    else if (data.tooOld) fail(OLD);
    else if (data.failed) stopped(data.failed);
    else if (data.ready) await opened();
    else {
      waiting.get(data.id)(data);
      waiting.delete(data.id);
    }
  };

  const post = (message) => new Promise((resolve, reject) => {
    const id = ++latest;
    waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.error)) : resolve(answer)));
    worker.postMessage({ ...message, id });
  });

  globalThis.handoutProgram = { start, stopped, post };
}
