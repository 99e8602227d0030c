// Shows the warning ten minutes before a session ends, and lets somebody stay without leaving
// the page. Without this script nothing is lost: what is sent too late is kept.
const warning = document.getElementById("session-end");
const stay = warning.querySelector("button");
const TEN_MINUTES = 10 * 60 * 1000;
let timer;

function say(moment) {
  for (const words of warning.querySelectorAll("[data-when]")) {
    words.hidden = !words.dataset.when.split(" ").includes(moment);
  }
  warning.hidden = false;
  // What somebody is typing into must not lie under the warning.
  const field = document.activeElement;
  const lies = field.getBoundingClientRect();
  if (!warning.contains(field) && lies.top < warning.getBoundingClientRect().bottom && lies.bottom > 0) field.scrollIntoView();
}

function plan() {
  const ends = new Date(warning.dataset.ends);
  const left = ends.getTime() - Date.now();
  for (const time of warning.querySelectorAll("[data-time]")) {
    time.textContent = ends.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
  }
  stay.hidden = !("canStay" in warning.dataset);
  clearTimeout(timer);
  if (left <= 0) return say("over");
  if (left <= TEN_MINUTES) say("soon");
  else warning.hidden = true;
  timer = setTimeout(plan, left > TEN_MINUTES ? left - TEN_MINUTES : left);
}

// Signing in gives every tab of the browser a new token; the one in this page may be an old one.
function token(field) {
  const known = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return known ? known[1] : field.value;
}

document.addEventListener("submit", (event) => {
  const field = event.target.querySelector("[name=csrfmiddlewaretoken]");
  if (field) field.value = token(field);
});

stay.addEventListener("click", async () => {
  const field = document.querySelector("[name=csrfmiddlewaretoken]");
  let answer;
  try {
    answer = await fetch(warning.dataset.stay, { method: "POST", headers: { "X-CSRFToken": token(field) } });
  } catch {
    return say("failed");
  }
  if (answer.status >= 500) return say("failed");
  if (!answer.ok) return say("refused");
  warning.dataset.ends = (await answer.json()).ends;
  plan();
});

// A computer that slept wakes with its timers late.
document.addEventListener("visibilitychange", plan);
plan();
