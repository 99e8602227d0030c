/* Reads the form that is being built from the editor's page: its pages, questions and options.
   Fields of the stream are named like pages-0-value-questions-2-value-label; inputs keep the order
   in which they stand on the page, also after blocks were moved. */
(() => {
  const PAGE_KEY = /^pages-(\d+)-value-key$/;
  const QUESTION_KEY = /^(pages-\d+)-value-questions-(\d+)-value-key$/;

  const named = (form, name) => form.elements.namedItem(name);
  const valueOf = (form, name) => {
    const field = named(form, name);
    return field ? field.value.trim() : "";
  };
  const isGone = (form, prefix) => valueOf(form, `${prefix}-deleted`) === "1";

  const optionsOf = (form, prefix, kind, kinds) => {
    const found = [];
    const count = Number(valueOf(form, `${prefix}-value-choices-count`) || 0);
    for (let index = 0; index < count; index += 1) {
      const item = `${prefix}-value-choices-${index}`;
      const value = valueOf(form, `${item}-value-value`);
      if (value && !isGone(form, item)) {
        const order = Number(valueOf(form, `${item}-order`) || index);
        found.push({ value, label: valueOf(form, `${item}-value-label`) || value, order });
      }
    }
    if (found.length) return found.sort((a, b) => a.order - b.order);
    const need = valueOf(form, `${prefix}-value-need`);
    return (need ? kinds.needs[need] : kinds.choices[kind]) || [];
  };

  /* All pages in order: {prefix, key, heading, questions: [{prefix, key, label, kind, options}]}. */
  const readPages = (form, kinds) => {
    const pages = [];
    for (const input of form.querySelectorAll('input[name^="pages-"][name$="-value-key"]')) {
      const page = input.name.match(PAGE_KEY);
      const question = input.name.match(QUESTION_KEY);
      if (page && !isGone(form, `pages-${page[1]}`)) {
        const prefix = `pages-${page[1]}`;
        const heading = valueOf(form, `${prefix}-value-title`);
        pages.push({ prefix, key: input.value.trim(), heading, questions: [] });
      } else if (question) {
        const prefix = `${question[1]}-value-questions-${question[2]}`;
        const home = pages.find((one) => one.prefix === question[1]);
        if (home && !isGone(form, prefix)) {
          const kind = valueOf(form, `${prefix}-type`);
          const key = input.value.trim();
          home.questions.push({
            prefix,
            key,
            kind,
            label: valueOf(form, `${prefix}-value-label`) || key,
            isDate: kinds.dates.includes(kind),
            options: optionsOf(form, prefix, kind, kinds),
          });
        }
      }
    }
    for (const page of pages) {
      page.heading = page.heading || (page.questions[0] && page.questions[0].label) || page.key;
    }
    return pages;
  };

  /* Read once and kept until something is typed, added or moved: a form has many rules. */
  const kept = new WeakMap();
  const pagesOf = (form, kinds) => {
    if (!kept.has(form)) kept.set(form, readPages(form, kinds));
    return kept.get(form);
  };

  /* The pages before the one that the named field belongs to; null outside of pages. */
  const pagesBefore = (form, name, kinds) => {
    const home = name.match(/^pages-\d+/);
    const pages = pagesOf(form, kinds);
    const index = home ? pages.findIndex((page) => page.prefix === home[0]) : -1;
    return index < 0 ? pages : pages.slice(0, index);
  };

  const element = (tag, properties = {}, children = []) => {
    const { data, ...rest } = properties;
    const made = Object.assign(document.createElement(tag), rest);
    Object.assign(made.dataset, data || {});
    made.append(...children);
    return made;
  };

  const choice = (value, text, chosen) => {
    const option = element("option", { value, textContent: text });
    option.selected = value === chosen;
    return option;
  };

  /* A select with a name for screen readers; a value that is no longer offered stays, marked. */
  const select = (label, options, chosen, onChange) => {
    const made = element("select", { className: "candour-rule__select" });
    made.setAttribute("aria-label", label);
    made.append(...options.map(([value, text]) => choice(value, text, chosen)));
    if (chosen && !options.some(([value]) => value === chosen)) {
      made.append(choice(chosen, `${chosen} (gone)`, chosen));
    }
    made.addEventListener("change", () => onChange(made.value));
    return made;
  };

  /* Tell Wagtail and the other inputs of the builder that a field was changed by script. */
  const put = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* Call back, after a pause, when something that choices are made of was typed or moved. */
  const watchers = new Map();
  const watch = (form, callback) => {
    if (!watchers.has(form)) {
      const callbacks = new Set();
      let timer = 0;
      const later = () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => {
          kept.delete(form);
          callbacks.forEach((each) => each());
        }, 300);
      };
      form.addEventListener("input", later);
      form.addEventListener("click", later);
      watchers.set(form, callbacks);
      // Blocks that are added bring their inputs without an event.
      kept.delete(form);
    }
    watchers.get(form).add(callback);
    return () => watchers.get(form).delete(callback);
  };

  /* For what is about to be chosen from: never a list of a moment ago. */
  const forget = (form) => kept.delete(form);

  window.candourBuilder = { pagesOf, pagesBefore, valueOf, element, select, put, watch, forget };
})();
