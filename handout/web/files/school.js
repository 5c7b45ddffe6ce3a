// The page of the school: the page as it will print follows what is typed; pictures are dropped on their places.
"use strict";
{
  const { all, ask, browser, busy, isTouched, one, takeParts } = globalThis.handoutPage;
  const PATIENCE = 600; // milliseconds after the last letter

  const followTexts = (form) => {
    let latest = 0;
    // What was typed is sent first; `page` is one that was asked for, else the page that changed is shown.
    const show = async (page) => {
      const turn = ++latest;
      if (!page) await new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
      if (turn !== latest || !form.isConnected) return;
      busy(true);
      const answer = await ask(page ? `/school?page=${page}` : "/school", new FormData(form));
      if (turn !== latest || !form.isConnected) return;
      if (!answer) {
        busy(false);
        return;
      }
      const text = await answer.text();
      if (turn !== latest || !form.isConnected) return;
      all("input[type=file]", form).forEach((input) => { input.value = ""; }); // the program has them now
      takeParts(text);
      const version = one("[data-preview]")?.src.split("&")[1] ?? "";
      all("[data-place]").forEach((place) => {
        const picture = one("img", place);
        picture.setAttribute("src", `${picture.dataset.address}?${version}`);
        browser.dress(place);
      });
    };
    form.addEventListener("input", () => show());
    one("#figure").closest("section").addEventListener("click", (event) => {
      const step = event.target.closest("[data-page]");
      if (!step) return;
      event.preventDefault();
      show(step.dataset.page);
    });
    form.addEventListener("click", ({ target }) => { // the way to a field that is folded away
      const place = target.closest("a[href^='#']")?.getAttribute("href");
      if (place) one(place)?.closest("details")?.setAttribute("open", "");
    });
    form.addEventListener("submit", () => { latest += 1; }); // what is sent needs no preview any more
  };

  const takePicture = (place) => {
    place.addEventListener("dragover", (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
    place.addEventListener("dragleave", () => place.classList.remove("over"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      place.classList.remove("over");
      const input = one("input[type=file]", place);
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  const school = one("[data-school]");
  if (school) {
    followTexts(school);
    all("[data-place]", school).forEach(takePicture);
    window.ondragover = (event) => event.preventDefault();
    window.ondrop = (event) => event.preventDefault();
    if (isTouched(school)) school.dispatchEvent(new Event("input"));
  }
  one("#main").dataset.ready = "yes"; // all scripts of the page have begun
}
