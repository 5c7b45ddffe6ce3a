// The one-file edition: unpacks the program, starts it in a worker, and answers requests in place of the network.
"use strict";
{
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const waiting = new Map(), kept = new Map(), views = new Map(); // addresses of blobs, by the pictures and the tabs that show them
  const LOST_BY_LEAVING = ["/lists", "/school"], atStake = new Set(); // an open list; texts of the school not saved into a file
  const SCRIPTS = ["/static/page.js", "/static/school.js"], scripts = new Map();
  let worker, latest = 0, shown = 0, here = "/", shell, program, about;

  one("#no-script").remove(); // it stays where no script runs, and where this one is too new for the browser

  // Unpacking ------------------------------------------------------------------------------------------

  const bytesOf = (text) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));

  const take = (kind) => all(`script[data-${kind}]`).map((element) => {
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

  const begin = async () => {
    about = one("#about-this-file");
    const lacking = NEEDS.find(([, works]) => !works());
    if (lacking) return fail(lacking[0]);
    const pieces = take("program"), school = take("school");
    program = new Blob(pieces.map((piece) => `<script type="text/plain" data-program>${piece}<\/script>\n`));
    tell("Unpacking", 0.1);
    const row = await whole(pieces), words = row && await whole(school);
    if (!words) return undefined;
    const { "worker.js": code, "shell.html": page, ...files } = partsOf(row);
    shell = new TextDecoder().decode(page);
    worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    worker.onerror = (event) => stopped(event.message);
    worker.onmessage = heard;
    worker.postMessage({ files, school: words }, Object.values(files).map((file) => file.buffer));
    return undefined;
  };

  const heard = async ({ data }) => {
    if (data.stage) tell(data.stage, data.part);
    else if (data.tooOld) fail(OLD);
    else if (data.failed) stopped(data.failed);
    else if (data.ready) await open();
    else {
      waiting.get(data.id)(data);
      waiting.delete(data.id);
    }
  };

  // Requests -------------------------------------------------------------------------------------------

  const post = (message) => new Promise((resolve, reject) => {
    const id = ++latest;
    waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.error)) : resolve(answer)));
    worker.postMessage({ ...message, id });
  });

  // By hand: some browsers read no FormData with a file back from a page on the disk.
  const encoded = async (form) => {
    const edge = `edge-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    const pieces = [];
    const quoted = (text) => text.replace(/["\r\n]/g, "_");
    for (const [name, value] of form) {
      const file = value instanceof File ? `; filename="${quoted(value.name)}"\r\nContent-Type: application/octet-stream` : "";
      pieces.push(`--${edge}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`, file ? await value.arrayBuffer() : value, "\r\n");
    }
    pieces.push(`--${edge}--\r\n`);
    return [`multipart/form-data; boundary=${edge}`, new Uint8Array(await new Blob(pieces).arrayBuffer())];
  };

  // A request to the program; redirects are followed as a browser does.
  const ask = async (address, form) => {
    const request = { method: "GET", address, headers: {} };
    if (form) {
      LOST_BY_LEAVING.filter((part) => address.startsWith(part)).forEach((part) => atStake.add(part));
      request.method = "POST";
      [request.headers["content-type"], request.body] = form instanceof FormData ? await encoded(form)
        : ["application/x-www-form-urlencoded", new TextEncoder().encode(String(form))];
    }
    const answer = await post(request);
    return answer.status === 303 ? ask(answer.headers.location) : { ...answer, address };
  };

  const text = (answer) => new TextDecoder().decode(answer.data);
  const blobOf = (answer) => URL.createObjectURL(new Blob([answer.data], { type: answer.headers["content-type"] }));

  // Showing --------------------------------------------------------------------------------------------

  const forget = () => {
    kept.forEach((address) => URL.revokeObjectURL(address));
    kept.clear();
  };

  // Pictures that come from the program.
  const dress = (part) => all("img[src^='/']", part).forEach(async (image) => {
    const address = image.getAttribute("src");
    image.removeAttribute("src");
    const answer = await ask(address);
    if (answer.status !== 200) return image.dispatchEvent(new Event("error"));
    const name = address.split("?")[0]; // the picture before it is not shown any more
    URL.revokeObjectURL(kept.get(name));
    kept.set(name, blobOf(answer));
    image.src = kept.get(name);
    return undefined;
  });

  const run = (script) => document.body.append(Object.assign(document.createElement("script"), { src: scripts.get(script.getAttribute("src")), async: false }));

  const show = async (address, form) => {
    const turn = ++shown, answer = await ask(address, form);
    if (turn !== shown) return; // another page was asked for meanwhile
    forget();
    here = answer.address;
    if (location.hash.slice(1) !== here) history.pushState(null, "", `#${here}`);
    const page = new DOMParser().parseFromString(text(answer), "text/html");
    document.title = page.title;
    document.body.replaceChildren(...page.body.childNodes);
    all("[data-one-file]").forEach((element) => { element.hidden = false; });
    all("[data-served]").forEach((element) => element.remove());
    one("footer").append(about.content.cloneNode(true));
    one("footer [data-date]").textContent = document.documentElement.dataset.date;
    dress(document.body);
    all("script[src^='/']", page).forEach(run);
    window.scrollTo(0, 0);
    one("#main")?.focus({ preventScroll: true });
  };

  const styled = async () => {
    let css = text(await ask("/static/style.css"));
    for (const [address] of new Set(css.matchAll(/\/static\/[a-z_]+\.ttf/g))) css = css.replaceAll(address, blobOf(await ask(address)));
    one("style").textContent = css;
    for (const name of SCRIPTS) scripts.set(name, blobOf(await ask(name)));
  };

  const open = async () => {
    await styled();
    await show(current());
  };

  const answered = async (address, form) => {
    const answer = await ask(address, form);
    return { ok: answer.status === 200, status: answer.status, text: async () => text(answer), json: async () => JSON.parse(text(answer)) };
  };

  globalThis.handoutBrowser = {
    fetch: answered,
    send: answered,
    replace: (address) => {
      here = address;
      history.replaceState(null, "", `#${address}`);
    },
    reload: () => show(here),
    dress,
  };

  // Saving ---------------------------------------------------------------------------------------------

  const give = (blob, name) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const nameOf = (answer) => decodeURIComponent(/filename\*=UTF-8''(.*)/.exec(answer.headers["content-disposition"])?.[1] ?? "file");

  const download = async (address) => {
    const answer = await ask(address);
    give(new Blob([answer.data], { type: answer.headers["content-type"] }), nameOf(answer));
  };

  const base64 = async (bytes) => {
    const address = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(new Blob([bytes]));
    });
    return address.slice(address.indexOf(",") + 1);
  };

  const today = () => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

  // The whole file again, with the school's own words and pictures in it.
  const saveFile = async () => {
    const waiting = one("[data-saving]");
    if (!waiting.hidden) return; // it is on its way
    waiting.hidden = false;
    one("#live").textContent = "";
    try {
      give(await ownFile(), "handout.html");
      atStake.delete("/school");
    } catch (fault) {
      console.warn(fault); // for whoever is asked for help
      one("#live").textContent = "The file was not saved. Close other windows and try again. What you typed is still here.";
    } finally {
      waiting.hidden = true;
    }
  };

  const ownFile = async () => {
    const { data } = await post({ save: true });
    const packed = await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
    const place = (name) => `{{${name}}}`; // written so that the build does not fill it in here
    const [head, rest] = shell.replace(place("date"), today()).split(place("program"));
    const [between, tail] = rest.split(place("school"));
    const school = `<script type="text/plain" data-school>${await base64(packed)}<\/script>`;
    return new Blob([head, program, between, school, tail], { type: "text/html" });
  };

  // What a browser does with links and forms -----------------------------------------------------------

  const current = () => (location.hash.startsWith("#/") ? location.hash.slice(1) : "/");

  const goTo = (place) => {
    one(place)?.scrollIntoView();
    one(place)?.focus();
  };

  addEventListener("click", (event) => {
    const inside = event.target.closest?.("a[href^='#']");
    if (inside) {
      event.preventDefault(); // what follows the # is the address of the page
      goTo(inside.getAttribute("href"));
      return;
    }
    const link = event.target.closest?.("a[href^='/']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = link.getAttribute("href");
    if (link.hasAttribute("data-save-file")) saveFile();
    else if (link.hasAttribute("download")) download(to);
    else if (link.target === "_blank") openPdf(to);
    else show(to);
  });

  const openPdf = async (address) => {
    views.forEach((blob, view) => view.closed && views.delete(view) && URL.revokeObjectURL(blob));
    const view = window.open("", "_blank");
    const answer = await ask(address);
    if (view) {
      views.set(view, blobOf(answer));
      view.location = views.get(view);
    } else give(new Blob([answer.data], { type: answer.headers["content-type"] }), nameOf(answer));
  };

  addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target, button = event.submitter, data = new FormData(form, button);
    const to = (button?.getAttribute("formaction") ?? form.getAttribute("action") ?? here).split("#")[0];
    const method = (button?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get").toLowerCase();
    if (method === "get") show(`${to.split("?")[0]}?${new URLSearchParams(data)}`);
    else show(to, form.enctype === "multipart/form-data" ? data : new URLSearchParams(data));
  });
  addEventListener("popstate", () => show(current()));
  addEventListener("DOMContentLoaded", () => begin().catch(stopped));
  addEventListener("beforeunload", (event) => {
    if (atStake.size) event.preventDefault();
  });
}
