// The one-file edition: shows the program's pages, and answers their requests in place of the network.
"use strict";
{
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const { start, stopped, post } = globalThis.handoutProgram;
  const kept = new Map(), views = new Map(); // addresses of blobs, by the pictures and the tabs that show them
  const LOST_BY_LEAVING = ["/lists", "/school"], atStake = new Set(); // an open list; texts of the school not saved into a file
  const SCRIPTS = ["/static/page.js", "/static/list.js", "/static/school.js"], scripts = new Map();
  let shown = 0, here = "/", own, about; // `own`: what this file is saved from

  // Requests -------------------------------------------------------------------------------------------

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
    const [head, rest] = own.page.replace(place("date"), today()).split(place("program"));
    const [between, tail] = rest.split(place("school"));
    const school = `<script type="text/plain" data-school>${await base64(packed)}<\/script>`;
    return new Blob([head, own.packed, between, school, tail], { type: "text/html" });
  };

  // What a browser does with links and forms -----------------------------------------------------------

  const begin = async () => {
    about = one("#about-this-file");
    own = await start(open);
  };

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
