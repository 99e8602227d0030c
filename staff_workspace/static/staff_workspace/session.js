// Shows the warning ten minutes before a session ends, and lets somebody stay without leaving
// the page. Without this script nothing is lost: what is sent too late is kept.
const warning = document.getElementById("session-end");
const stay = warning.querySelector("button");
const time = warning.querySelector("[data-time]");
const TEN_MINUTES = 10 * 60 * 1000;
let timer;

function plan() {
  const ends = new Date(warning.dataset.ends);
  time.textContent = ends.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
  stay.hidden = !("canStay" in warning.dataset);
  clearTimeout(timer);
  const wait = ends.getTime() - TEN_MINUTES - Date.now();
  warning.hidden = wait > 0;
  if (wait > 0) timer = setTimeout(plan, wait);
}

stay.addEventListener("click", async () => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(warning.dataset.stay, { method: "POST", headers: { "X-CSRFToken": token } });
  if (!answer.ok) return;
  warning.dataset.ends = (await answer.json()).ends;
  plan();
});

plan();
