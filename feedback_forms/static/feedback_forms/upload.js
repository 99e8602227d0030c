// Says how far an upload has come. Without it the browser sends the form itself, to the same effect.
const form = document.querySelector("form.candour-upload");
const status = form?.querySelector(".candour-upload-progress");
const input = form?.querySelector("input[type=file]");
let sending = false;

function say(words) {
  // A screen reader is told when something changes for the person, not each percent.
  if (status.textContent !== words) status.textContent = words;
  status.hidden = false;
}

function progress(event) {
  if (!event.lengthComputable) return;
  const percent = Math.floor((event.loaded / event.total) * 10) * 10;
  say(percent < 100 ? `Uploading: ${percent}%` : "Uploaded. Checking your files");
}

function finish(request, submitter) {
  try {
    window.location.assign(JSON.parse(request.responseText).go);
  } catch {
    // Not the answer we know: the browser sends the form itself and shows what comes.
    if (submitter?.name) {
      const pressed = document.createElement("input");
      pressed.type = "hidden";
      pressed.name = submitter.name;
      pressed.value = submitter.value;
      form.append(pressed);
    }
    form.submit();
  }
}

function fail() {
  sending = false;
  say("The selected file could not be uploaded – try again");
}

form?.addEventListener("submit", (event) => {
  if (!input.files.length) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const data = new FormData(form);
  if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value);
  const request = new XMLHttpRequest();
  request.open("POST", window.location.href);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", progress);
  request.addEventListener("load", () => finish(request, event.submitter));
  request.addEventListener("error", fail);
  request.addEventListener("abort", fail);
  say("Uploading: 0%");
  request.send(data);
});
