// What one page of a form shows, as plain data. Focus is read first: the rest may move it.
() => {
  const words = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");
  const main = document.querySelector("main");
  const before = (a, b) =>
    Boolean(a && b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const focused = document.activeElement;
  const h1s = [...document.querySelectorAll("h1")];
  const summary = document.querySelector(".nhsuk-error-summary");
  const back = document.querySelector(".nhsuk-back-link");
  const help = main.querySelector(".candour-help");
  const described = (control) => {
    const holders = [control, control.closest("fieldset")].filter(Boolean);
    const ids = holders.flatMap((h) => (h.getAttribute("aria-describedby") || "").split(/\s+/));
    return ids.filter(Boolean).map((id) => words(document.getElementById(id)));
  };
  const controls = [...main.querySelectorAll("form input, form select, form textarea")]
    .filter((control) => control.type !== "hidden")
    .map((control) => ({
      name: control.name,
      id: control.id,
      type: control.type,
      value: control.value,
      checked: Boolean(control.checked),
      shown: control.getClientRects().length > 0,
      required: control.required || control.getAttribute("aria-required") === "true",
      autocomplete: control.getAttribute("autocomplete"),
      spellcheck: control.getAttribute("spellcheck"),
      label: words(control.labels && control.labels[0]),
      legend: words(control.closest("fieldset") && control.closest("fieldset").querySelector("legend")),
      described: described(control),
    }));
  const facts = {
    title: document.title,
    h1: h1s.map(words),
    question: h1s.some((h1) => h1.closest("legend") || h1.querySelector("label")),
    questions: main.querySelectorAll("form > .nhsuk-form-group").length,
    title_of_page: h1s.some((h1) => !h1.closest("form")),
    back: Boolean(back),
    back_before_main: before(back, main) && !main.contains(back),
    forms: [...main.querySelectorAll("form")].map((form) => form.noValidate),
    controls,
    // The counter wears the same clothes while somebody types, but refuses nothing.
    inline: [...main.querySelectorAll(".nhsuk-error-message:not([class*=count__])")].map((node) =>
      words(node).replace(/^Error: /, ""),
    ),
    text: main.innerText,
    help: help && {
      words: words(help),
      last: help.parentElement.lastElementChild === help,
      phone: Boolean(help.querySelector('a[href^="tel:"]')),
    },
    urgent_before_story: before(
      main.querySelector(".candour-urgent"),
      main.querySelector("textarea[name=story]"),
    ),
    summary: null,
  };
  if (summary) {
    facts.summary = {
      heading: words(summary.querySelector("h2")),
      focused: summary === focused || summary.contains(focused),
      above_h1: before(summary, h1s[0]),
      links: [...summary.querySelectorAll("a")].map((link) => {
        const target = document.getElementById(link.hash.slice(1));
        link.click();
        const reached = document.activeElement;
        return {
          text: words(link),
          right: Boolean(target) && reached === target && reached.matches("input, select, textarea, button"),
          described: target ? described(target) : [],
        };
      }),
      unlinked: [...summary.querySelectorAll("li")].filter((li) => !li.querySelector("a")).map(words),
    };
  }
  return facts;
}
