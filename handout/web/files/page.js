// What the page can do more with a script; without it every form still works.
"use strict";

document.querySelectorAll("[data-script]").forEach((element) => { element.hidden = false; });
document.querySelectorAll("[data-no-script]").forEach((element) => { element.hidden = true; });

// A list that is chosen or dropped is read at once.
const drop = document.querySelector("[data-drop]");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  input.addEventListener("change", () => drop.requestSubmit());
  ["dragenter", "dragover"].forEach((name) => drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => drop.addEventListener(name, () => drop.classList.remove("over")));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      drop.requestSubmit();
    }
  });
}

// The counts and the picture follow the choices.
const choices = document.querySelector("[data-choices]");
if (choices) {
  const here = location.pathname;
  const preview = document.querySelector("[data-preview]");
  const longest = document.querySelector("[data-longest]");
  let latest = 0;
  const query = () => new URLSearchParams(new FormData(choices)).toString();
  const show = async () => {
    const turn = ++latest;
    const asked = query();
    history.replaceState(null, "", `${here}?${asked}`);
    preview.src = `${here}/preview.png?${asked}`;
    if (longest) longest.href = `${here}/preview.png?${asked}&longest`;
    const found = document.querySelector("#found");
    if (!found) return;
    const answer = await fetch(`${here}?${asked}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== latest) return;
    const fresh = page.querySelector("#found");
    if (fresh) found.innerHTML = fresh.innerHTML;
    const button = page.querySelector("[data-print]");
    if (button) choices.querySelector("[data-print]").disabled = button.disabled;
  };
  choices.addEventListener("change", show);
  if (longest) {
    longest.addEventListener("click", (event) => {
      event.preventDefault();
      preview.src = longest.href;
    });
  }
}

// A job is followed until it ends.
const job = document.querySelector("[data-job]");
if (job) {
  const follow = async () => {
    const answer = await fetch(`${job.dataset.job}/state`);
    const { state, done, total } = await answer.json();
    if (state !== "waiting" && state !== "running") {
      location.reload();
      return;
    }
    const progress = job.querySelector("progress");
    progress.max = total || 1;
    progress.value = done;
    setTimeout(follow, 300);
  };
  follow();
}
