// What the page can do more with a script; without it every form still works.
"use strict";
{
  // What only a browser with a server does by itself. The one-file edition brings its own.
  const browser = globalThis.handoutBrowser ?? {
    fetch: (address) => fetch(address),
    send: (address, data) => fetch(address, { method: "POST", body: data }),
    replace: (address) => history.replaceState(null, "", address),
    reload: () => location.reload(),
    dress: () => {}, // pictures and links of a part that was put into the page
  };
  const HEARTBEAT = 4000; // milliseconds
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  const live = (words, address, link) => {
    const place = one("#live");
    if (place.dataset.words === words) return;
    place.dataset.words = place.textContent = words;
    if (!address) return;
    const way = document.createElement("a");
    [way.href, way.textContent] = [address, link];
    place.append(" ", way);
  };
  const quiet = () => live("");

  // Asks the program; says so where it has stopped, or has forgotten what the page is about.
  const ask = async (address, data) => {
    try {
      const answer = await (data ? browser.send(address, data) : browser.fetch(address));
      if (answer.status === 410) {
        live("This is no longer kept: it was forgotten 20 minutes after its last use.", "/", "Choose the list again");
        return null;
      }
      return answer;
    } catch {
      live("The program has stopped. Start handout again and open the address that it shows.");
      return null;
    }
  };

  // Whether the pictures of the page are on their way.
  const busy = (on) => all("[data-preview]").forEach((picture) => picture.setAttribute("aria-busy", String(on)));

  // The parts of a page that follow what was chosen or typed take the place of the old ones.
  const takeParts = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    all("[data-part]", fresh).forEach((part) => {
      const old = one(`#${part.id}`);
      const open = all("details", old).map((details) => details.open);
      all("details", part).forEach((details, place) => { details.open = open[place]; });
      old.replaceWith(part);
      browser.dress(part);
    });
  };

  const followJob = (job) => {
    const progress = one("progress", job), words = one("[data-progress]", job);
    const look = async () => {
      if (!job.isConnected) return;
      const answer = await ask(`${job.dataset.job}/state`);
      if (!answer) return;
      const { state, done, total, words: said } = await answer.json();
      if (state !== "waiting" && state !== "running") {
        browser.reload();
        return;
      }
      words.textContent = said;
      if (total) [progress.max, progress.value] = [total, done];
      setTimeout(look, 300);
    };
    look();
  };

  // What is chosen or dropped is read at once when it is all there, wherever on the page it is dropped.
  const takeFiles = (form) => {
    const inputs = all("input[type=file]", form);
    const submit = () => { if (inputs.every((input) => input.files.length)) form.requestSubmit(); };
    const take = (file) => {
      const isPdf = file.name.toLowerCase().endsWith(".pdf");
      const input = inputs.find((place) => (place.accept === ".pdf") === isPdf) ?? inputs[0];
      const alone = new DataTransfer();
      alone.items.add(file);
      input.files = alone.files;
    };
    inputs.forEach((input) => input.addEventListener("change", submit));
    submit(); // a file that was chosen before this script began
    window.ondragover = (event) => {
      event.preventDefault();
      document.body.classList.add("over");
    };
    window.ondragleave = () => document.body.classList.remove("over");
    window.ondrop = (event) => {
      event.preventDefault();
      document.body.classList.remove("over");
      const files = [...event.dataTransfer.files];
      if (files.length > inputs.length) live(`You dropped ${files.length} files. Drop ${form.dataset.drop} at a time.`);
      if (!files.length || files.length > inputs.length) return;
      quiet();
      files.forEach(take);
      submit();
    };
  };

  const refuseFiles = () => {
    window.ondragover = (event) => event.preventDefault();
    window.ondrop = (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) live("A class list is chosen on another page.", "/", "Choose a list");
    };
  };

  // Whether somebody was quicker than this script: ticked, typed or chosen already.
  const isTouched = (form) => [...form.elements].some((field) => {
    if (field.matches("select")) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
    return field.matches("input, textarea") && field.value !== field.defaultValue;
  });

  const begin = () => {
    all("[data-script]").forEach((element) => { element.hidden = false; });
    all("[data-no-script]").forEach((element) => { element.hidden = true; });
    one("[data-focus]")?.focus();
    all("a[href='#columns']").forEach((link) => link.addEventListener("click", () => { one("#columns").open = true; }));
    all("form").forEach((form) => form.addEventListener("submit", (event) => {
      if (form.getAttribute("aria-busy") === "true" && !form.matches("[data-drop]")) { // a double click is one click
        event.preventDefault();
        event.stopPropagation();
      }
      form.setAttribute("aria-busy", "true");
    }));
    const drop = one("[data-drop]");
    if (drop) takeFiles(drop);
    else if (!one("[data-school]")) refuseFiles();
    all("[data-job]").forEach(followJob);
    if (one("[data-reading]")) setTimeout(browser.reload, 1000);
  };

  window.onbeforeunload = null;
  window.onpageshow = () => all("[aria-busy]").forEach((element) => element.removeAttribute("aria-busy"));
  // Who types, ticks or reads on is at work on the list, though nothing is sent: it is not forgotten meanwhile.
  let isAtWork = false;
  ["input", "keydown", "pointerdown", "scroll"].forEach((kind) => { window[`on${kind}`] = () => { isAtWork = true; }; });
  clearInterval(globalThis.handoutHeartbeat);
  globalThis.handoutHeartbeat = setInterval(async () => {
    if (document.hidden) return;
    const address = (isAtWork && one("#main").dataset.keep) || "/static/icon.svg";
    isAtWork = false;
    if ((await ask(address)) && one("#live").textContent.startsWith("The program")) quiet();
  }, HEARTBEAT);
  begin();
  globalThis.handoutPage = { all, ask, browser, busy, isTouched, live, one, quiet, takeParts };
}
