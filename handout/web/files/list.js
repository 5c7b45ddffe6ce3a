// The page of a list: who gets a page, what will be printed, and what was typed into a cell.
"use strict";
{
  const { all, ask, browser, busy, isTouched, live, one, quiet, takeParts } = globalThis.handoutPage;
  const PATIENCE = 200; // milliseconds

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
    choices?.addEventListener("submit", (event) => { // before the page takes the form as sent
      const cell = unsaved();
      if (!cell) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      live("What you typed here is not saved yet. Save it, then make the PDFs.");
      cell.closest("details")?.setAttribute("open", "");
      cell.focus();
    }, { capture: true });
    fixes.addEventListener("input", quiet);
    window.onbeforeunload = (event) => { if (unsaved() && !saving) event.preventDefault(); };
  };

  const fixes = one("[data-fixes]"), choices = one("[data-choices]"), who = one("[data-who]");
  const isLate = choices && isTouched(choices); // before the ticks are made one
  if (fixes) keepTyped(fixes, choices);
  if (who) [tickClasses, findChildren].forEach((make) => make(who));
  if (choices) followChoices(choices);
  if (isLate) choices.dispatchEvent(new Event("change"));
}
