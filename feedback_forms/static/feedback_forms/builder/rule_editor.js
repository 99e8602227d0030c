/* The editor of one rule: groups of rows made of selects and boxes, its words beneath, and the
   tree in a textarea that stays the only thing that is sent. The server judges it. */
(() => {
  const { JOINS, element, pagesBefore, put, ruleWords, select, toGroup, toTree, watch } = window.candourBuilder;
  const POLICY = "(policy)";

  const TESTS = {
    choice: [["is", "is one of"], ["isnot", "is none of"], ["answered", "is answered"], ["unanswered", "is not answered"]],
    date: [["older", "is more than … months ago"], ["notolder", "is not more than … months ago"], ["answered", "is answered"], ["unanswered", "is not answered"]],
    text: [["answered", "is answered"], ["unanswered", "is not answered"], ["is", "is exactly"], ["isnot", "is not exactly"]],
    promise: [["is", "is"], ["isnot", "is not"]],
  };

  class RuleController extends window.StimulusModule.Controller {
    connect() {
      this.kinds = JSON.parse(this.element.dataset.candourRuleKinds);
      this.box = element("div", { className: "candour-rule" });
      this.element.before(this.box);
      this.element.setAttribute("aria-label", "The rule as text");
      this.element.addEventListener("change", () => this.textWasWritten());
      this.stop = watch(this.element.form, () => this.refresh());
      // The value is put in place after the input was made.
      window.setTimeout(() => this.read(), 0);
    }

    disconnect() {
      this.stop();
      this.box.remove();
    }

    read() {
      const text = this.element.value.trim();
      this.broken = false;
      try {
        const tree = text && text !== "null" ? JSON.parse(text) : null;
        this.group = tree ? toGroup(tree) : { join: "all", rows: [] };
      } catch {
        this.broken = true;
        this.group = { join: "all", rows: [] };
      }
      this.seen = this.element.value;
      this.asText = this.broken;
      this.draw();
    }

    textWasWritten() {
      if (this.element.value !== this.seen) this.read();
    }

    refresh() {
      const inside = this.box.contains(document.activeElement) || document.activeElement === this.element;
      if (this.element.value !== this.seen && !inside) this.read();
      else if (!inside && this.group && this.offered() !== this.drawnFrom) this.draw();
    }

    /* What there is to choose from, to see whether it has changed. */
    offered() {
      const pages = pagesBefore(this.element.form, this.element.name, this.kinds);
      return JSON.stringify(pages);
    }

    changed() {
      const tree = toTree(this.group);
      this.seen = tree ? JSON.stringify(tree) : "";
      put(this.element, this.seen);
      this.draw();
    }

    draw() {
      const controls = "select, input, button";
      const at = [...this.box.querySelectorAll(controls)].indexOf(document.activeElement);
      const pages = pagesBefore(this.element.form, this.element.name, this.kinds);
      this.questions = pages.flatMap((page) => page.questions);
      this.drawnFrom = JSON.stringify(pages);
      const parts = this.group.rows.length || this.group.open
        ? [this.drawGroup(this.group, null)]
        : [this.drawAlways()];
      this.box.replaceChildren(...parts, this.drawWords(), this.drawSwitch());
      this.element.hidden = !this.asText;
      const again = this.box.querySelectorAll(controls)[at];
      if (at >= 0 && again) again.focus();
    }

    drawAlways() {
      const options = [["", "Always"], ...Object.entries(JOINS).map(([join, text]) => [join, `Only when ${text}`])];
      const made = select("When it is shown", options, "", (join) => {
        this.group = { join, rows: [this.newRow()], open: true };
        this.changed();
      });
      return element("p", { className: "candour-rule__join" }, [made]);
    }

    drawGroup(group, remove) {
      const options = Object.entries(JOINS).map(([join, text]) => [join, remove ? text : `Only when ${text}`]);
      if (!remove) options.unshift(["", "Always"]);
      const join = select(remove ? "How this group counts" : "When it is shown", options, group.join, (chosen) => {
        if (chosen) group.join = chosen;
        else this.group = { join: "all", rows: [] };
        this.changed();
      });
      const head = element("p", { className: "candour-rule__join" }, [join, ...(remove ? [this.button("Remove group", remove)] : [])]);
      const rows = group.rows.map((row, index) => {
        const drop = () => {
          group.rows.splice(index, 1);
          this.changed();
        };
        const drawn = row.join ? this.drawGroup(row, drop) : this.drawRow(row, drop);
        return element("li", { className: "candour-rule__row" }, [drawn]);
      });
      const add = this.button("Add a condition", () => this.add(group, this.newRow()));
      const addGroup = this.button("Add a group", () => this.add(group, { join: "any", rows: [this.newRow()] }));
      return element("div", { className: "candour-rule__group" }, [
        head,
        element("ul", { className: "candour-rule__rows" }, rows),
        element("p", { className: "candour-rule__buttons" }, [add, addGroup]),
      ]);
    }

    add(group, row) {
      group.rows.push(row);
      this.changed();
    }

    newRow() {
      const last = this.questions[this.questions.length - 1];
      const row = { subject: "question", question: last ? last.key : "", values: [], test: "is" };
      row.test = this.testsFor(row)[0][0];
      return row;
    }

    questionOf(row) {
      return this.questions.find((question) => question.key === row.question);
    }

    testsFor(row) {
      if (row.subject === "promise") return TESTS.promise;
      const question = this.questionOf(row);
      if (!question) return TESTS.choice;
      if (question.isDate) return TESTS.date;
      return question.options.length ? TESTS.choice : TESTS.text;
    }

    drawRow(row, remove) {
      const made = element("div", { className: "candour-rule__test" });
      made.append(this.drawSubject(row), this.drawTest(row), ...this.drawValues(row), this.button("Remove", remove));
      return made;
    }

    drawSubject(row) {
      const options = this.questions.map((question) => [question.key, question.label]);
      options.push([POLICY, "A value of our policy"]);
      const chosen = row.subject === "promise" ? POLICY : row.question;
      return select("What it looks at", options, chosen, (key) => {
        Object.assign(row, key === POLICY ? { subject: "promise", promise: row.promise || "" } : { subject: "question", question: key });
        row.values = row.subject === "promise" ? ["yes"] : [];
        row.test = this.testsFor(row)[0][0];
        this.changed();
      });
    }

    drawTest(row) {
      return select("How it is compared", this.testsFor(row), row.test, (test) => {
        row.test = test;
        this.changed();
      });
    }

    drawValues(row) {
      if (row.subject === "promise") {
        return [this.text("Name of the value", row.promise, (text) => (row.promise = text)), this.valuesAsText(row)];
      }
      if (row.test === "older" || row.test === "notolder") {
        return [this.text("Months, or the name of a value of our policy", row.months || "12", (text) => (row.months = text))];
      }
      if (row.test !== "is" && row.test !== "isnot") return [];
      const question = this.questionOf(row);
      return question && question.options.length ? [this.boxes(row, question)] : [this.valuesAsText(row)];
    }

    valuesAsText(row) {
      const split = (text) => text.split(",").map((part) => part.trim()).filter(Boolean);
      return this.text("Values, with commas between them", row.values.join(", "), (text) => (row.values = split(text)));
    }

    boxes(row, question) {
      const gone = row.values.filter((value) => !question.options.some((option) => option.value === value));
      const offered = [...question.options, ...gone.map((value) => ({ value, label: `${value} (gone)` }))];
      const boxes = offered.map((option) => {
        const box = element("input", { type: "checkbox", checked: row.values.includes(option.value), value: option.value });
        box.addEventListener("change", () => {
          const others = row.values.filter((value) => value !== option.value);
          const chosen = box.checked ? [...others, option.value] : others;
          const order = offered.map((one) => one.value);
          row.values = order.filter((value) => chosen.includes(value));
          this.changed();
        });
        return element("label", { className: "candour-rule__option" }, [box, document.createTextNode(` ${option.label}`)]);
      });
      const made = element("fieldset", { className: "candour-rule__options" }, boxes);
      made.prepend(element("legend", { className: "w-sr-only", textContent: `Options of ${question.label}` }));
      return made;
    }

    text(label, value, onChange) {
      const made = element("input", { type: "text", value: value || "", className: "candour-rule__text", placeholder: label });
      made.setAttribute("aria-label", label);
      made.addEventListener("change", () => {
        onChange(made.value.trim());
        this.changed();
      });
      return made;
    }

    button(text, onClick) {
      const made = element("button", { type: "button", className: "button button-small button-secondary", textContent: text });
      made.addEventListener("click", onClick);
      return made;
    }

    drawWords() {
      const said = this.broken
        ? "What is written below is no rule. Nobody can read it."
        : `Shown: ${this.group.rows.length ? `when ${ruleWords(this.group, this.questions)}` : "always"}.`;
      return element("p", { className: "candour-rule__words help", textContent: said });
    }

    drawSwitch() {
      const made = this.button(this.asText ? "Hide the text" : "Write it as text", () => {
        this.asText = !this.asText;
        this.draw();
      });
      made.className = "candour-rule__switch";
      return made;
    }
  }

  window.wagtail.app.register("candour-rule", RuleController);
})();
