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
  const HEARTBEAT = 4000, PATIENCE = 200; // milliseconds
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

  // A class tick is the tick of its children, a level tick that of its classes: all, some or none of them.
  const tickClasses = (who) => {
    const boxes = (row) => all("[name=child]", row);
    const show = (row) => {
      const box = one("[name=class]", row), ticked = boxes(row).filter((child) => child.checked).length;
      box.checked = ticked === boxes(row).length;
      box.indeterminate = ticked > 0 && !box.checked;
    };
    const tick = (row, on) => {
      boxes(row).forEach((box) => { box.checked = on; });
      show(row);
    };
    const showLevels = () => all("[data-level]", who).forEach((level) => {
      const box = one("[data-level-tick]", level), classes = all("[name=class]", level);
      box.checked = classes.every((other) => other.checked);
      box.indeterminate = !box.checked && classes.some((other) => other.checked || other.indeterminate);
    });
    const rows = all("[data-class]", who);
    rows.forEach((row) => (one("[name=class]", row).checked ? tick(row, true) : show(row)));
    showLevels();
    who.addEventListener("change", ({ target }) => {
      const row = target.closest("[data-class]");
      if (target.matches("[data-level-tick]")) all("[data-class]", target.closest("[data-level]")).forEach((own) => tick(own, target.checked));
      else if (row && target.name === "class") tick(row, target.checked);
      else if (row) show(row);
      showLevels();
    });
    const everybody = (on) => {
      rows.forEach((row) => tick(row, on));
      who.dispatchEvent(new Event("change", { bubbles: true }));
    };
    one("[data-all]", who).addEventListener("click", () => everybody(true));
    one("[data-none]", who).addEventListener("click", () => everybody(false));
    who.closest("form").addEventListener("formdata", ({ formData }) => {
      const single = rows.filter((row) => !one("[name=class]", row).checked).flatMap(boxes);
      if (rows.every((row) => one("[name=class]", row).checked)) { // a class that a correction brings is among them
        formData.delete("class");
        formData.set("all", "1");
      }
      formData.delete("child");
      single.filter((box) => box.checked).forEach((box) => formData.append("child", box.value));
    });
  };

  const findChildren = (who) => {
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const children = all("[data-child]", who).map((child) => [child, plain(child.textContent)]);
    one("[data-search]", who).addEventListener("input", ({ target }) => {
      const words = plain(target.value).split(/\s+/).filter(Boolean);
      children.forEach(([child, text]) => { child.hidden = !words.every((word) => text.includes(word)); });
      all("[data-class]", who).forEach((row) => { row.hidden = !one("[data-child]:not([hidden])", row); });
      all("[data-fold]", who).forEach((fold) => { fold.open = words.length > 0 && Boolean(one("[data-child]:not([hidden])", fold)); });
      all("[data-level]", who).forEach((level) => { level.hidden = !one("[data-child]:not([hidden])", level); });
      one("[data-nobody]", who).hidden = children.some(([child]) => !child.hidden);
    });
    one("[data-search]", who).addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  };

  // The counts and the picture follow the choices.
  const followChoices = (form) => {
    const address = form.dataset.choices;
    const query = () => {
      const chosen = new URLSearchParams(new FormData(form));
      chosen.delete("version"); // it is about the page, not the choice
      return chosen.toString();
    };
    const watch = () => all("[data-preview]").forEach((picture) => {
      ["load", "error"].forEach((name) => picture.addEventListener(name, () => busy(false)));
    });
    let latest = 0;
    const show = async () => {
      const turn = ++latest, asked = query();
      const isOld = () => turn !== latest || !form.isConnected;
      browser.replace(`${address}?${asked}`);
      all("[name=back]").forEach((back) => { back.value = asked; }); // a correction keeps the choice
      busy(true);
      await new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
      if (isOld()) return;
      const answer = await ask(`${address}/summary?${asked}`), text = await answer?.text();
      if (isOld()) return;
      if (!answer) {
        busy(false);
        return;
      }
      takeParts(text);
      watch();
      all("[data-no-script]").forEach((element) => { element.hidden = true; });
      const print = one("[data-print]");
      if (print) print.disabled = one("#bar").dataset.canPrint !== "yes";
      quiet();
    };
    watch();
    form.addEventListener("change", show);
    one("[name=spares]", form)?.addEventListener("input", show);
    const picker = one("[data-show]");
    if (!picker) return;
    picker.addEventListener("change", show);
    picker.closest("section").addEventListener("click", (event) => {
      const step = event.target.closest("[data-step]");
      if (!step) return;
      event.preventDefault();
      picker.value = step.value;
      picker.focus();
      show();
    });
  };

  // What was typed into a cell of the list and not saved yet.
  const unsaved = () => all("[data-fixes] [name^='cell:']").find((cell) => cell.value !== cell.defaultValue);

  // Nothing is printed, and the page is not left, without what was typed.
  const keepTyped = (fixes, choices) => {
    let saving = false;
    fixes.addEventListener("submit", () => { saving = true; });
    choices?.addEventListener("submit", (event) => {
      const cell = unsaved();
      if (!cell) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      live("What you typed here is not saved yet. Save it, then make the PDFs.");
      cell.closest("details")?.setAttribute("open", "");
      cell.focus();
    });
    fixes.addEventListener("input", quiet);
    window.onbeforeunload = (event) => { if (unsaved() && !saving) event.preventDefault(); };
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
    const drop = one("[data-drop]"), choices = one("[data-choices]"), who = one("[data-who]");
    const isLate = choices && isTouched(choices); // before the ticks are made one
    const fixes = one("[data-fixes]");
    if (fixes) keepTyped(fixes, choices);
    if (drop) takeFiles(drop);
    else if (!one("[data-school]")) refuseFiles();
    if (who) [tickClasses, findChildren].forEach((make) => make(who));
    if (choices) followChoices(choices);
    if (isLate) choices.dispatchEvent(new Event("change"));
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
  globalThis.handoutPage = { all, ask, busy, dress: browser.dress, isTouched, one, takeParts };
}
