// "Exit this page": hides the page, forgets the form on the server, and replaces the page by a
// harmless one. Shift three times within five seconds does the same. Without it the button posts.
const form = document.getElementById("exit-form");
const SECONDS = 5;
const WORDS = {
  1: "Shift, press 2 more times to exit.",
  2: "Shift, press 1 more time to exit.",
  over: "Exit this page expired.",
  leaving: "Loading.",
};

if (form) {
  const said = form.querySelector("[data-exit-said]");
  const dots = form.querySelector(".candour-exit__dots");
  let presses = 0;
  let alone = false;
  let timer;

  const show = () => {
    dots.hidden = presses === 0;
    [...dots.children].forEach((dot, index) => dot.classList.toggle("is-on", index < presses));
  };

  const leave = () => {
    document.documentElement.classList.add("candour-left");
    document.title = "Loading";
    said.textContent = WORDS.leaving;
    // Goes on after the page is gone.
    navigator.sendBeacon(form.action, new FormData(form));
    window.location.replace(form.dataset.exitTo);
  };

  const reset = (words) => {
    presses = 0;
    said.textContent = words;
    show();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });

  // Shift counts by itself only, not as part of a capital letter.
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    clearTimeout(timer);
    show();
    if (presses === 3) {
      leave();
      return;
    }
    said.textContent = WORDS[presses];
    timer = setTimeout(() => reset(WORDS.over), SECONDS * 1000);
  });

  // A page that the browser kept in memory must not come back by its Back button.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("candour-left")) {
      window.location.reload();
    }
  });
}
