/* Keys that suggest themselves from the words beside them, and lists to choose a page, a question
   or an option of this form from instead of typing its key. */
(() => {
  const { element, pagesOf, put, select, valueOf, watch } = window.candourBuilder;

  const keyFrom = (words, dash) => {
    const plain = words.normalize("NFKD").replace(/[\u0300-\u036f’']/g, "").toLowerCase();
    const joined = plain.replace(/[^a-z0-9]+/g, dash).replace(new RegExp(`^[${dash}0-9]+|${dash}+$`, "g"), "");
    return joined.slice(0, 40).replace(new RegExp(`${dash}+$`), "");
  };

  class KeyController extends window.StimulusModule.Controller {
    connect() {
      this.names = this.element.dataset.candourKeyWords.split(" ");
      this.prefix = this.element.name.replace(/(key|value)$/, "");
      this.onLeave = (event) => this.suggest(event.target.name);
      this.element.form.addEventListener("focusout", this.onLeave);
      this.note = element("p", { className: "candour-key__note help-critical", hidden: true });
      this.element.after(this.note);
      window.setTimeout(() => (this.first = this.element.value), 0);
      this.element.addEventListener("change", () => this.warn());
    }

    disconnect() {
      this.element.form?.removeEventListener("focusout", this.onLeave);
      this.note.remove();
    }

    suggest(left) {
      if (this.element.value || !this.names.some((name) => left === this.prefix + name)) return;
      const words = this.names.map((name) => valueOf(this.element.form, this.prefix + name)).find(Boolean);
      if (!words) return;
      put(this.element, keyFrom(words, this.element.dataset.candourKeyDash));
      // Whoever came here to type a key of their own types over the suggestion.
      window.setTimeout(() => document.activeElement === this.element && this.element.select(), 0);
    }

    warn() {
      const changed = this.first && this.first !== this.element.value;
      this.note.hidden = !changed;
      this.note.textContent = changed
        ? `It was “${this.first}”. Rules and answers already sent go by it: after publishing it cannot be changed.`
        : "";
    }
  }

  class PartController extends window.StimulusModule.Controller {
    connect() {
      this.kind = this.element.dataset.candourPartKind;
      this.kinds = JSON.parse(this.element.dataset.candourRuleKinds);
      this.box = element("div", { className: "candour-part" });
      this.element.before(this.box);
      this.stop = watch(this.element.form, () => this.refresh());
      window.setTimeout(() => this.draw(), 0);
    }

    disconnect() {
      this.stop();
      this.box.remove();
    }

    refresh() {
      if (!this.box.contains(document.activeElement) && document.activeElement !== this.element) this.draw();
    }

    draw() {
      const pages = pagesOf(this.element.form, this.kinds);
      const drawn = this.kind === "answer" ? this.drawAnswer(pages) : this.drawList(this.listed(pages));
      this.box.replaceChildren(...drawn);
      this.element.hidden = drawn.length > 0;
    }

    /* Value and words of what can be chosen. */
    listed(pages) {
      if (this.kind === "page") return pages.map((page, index) => [page.key, `${index + 1}. ${page.heading}`]);
      const here = this.element.name.match(/^pages-\d+/);
      const mine = this.element.name.match(/^pages-\d+-value-questions-\d+/);
      const homes = this.kind === "opened" && here ? pages.filter((page) => page.prefix === here[0]) : pages;
      const questions = homes.flatMap((page) => page.questions);
      return questions.filter((one) => !mine || one.prefix !== mine[0]).map((one) => [one.key, one.label]);
    }

    drawList(options) {
      const none = this.kind === "opened" ? "Opens no question" : "Choose …";
      return [select(this.label(), [["", none], ...options], this.element.value, (value) => put(this.element, value))];
    }

    drawAnswer(pages) {
      const key = valueOf(this.element.form, this.element.name.replace(/answer$/, "question"));
      const question = pages.flatMap((page) => page.questions).find((one) => one.key === key);
      if (!question || !question.options.length) return [];
      const several = question.kind === "checkboxes" || question.kind === "communication_needs";
      if (!several) {
        const options = question.options.map((option) => [option.value, option.label]);
        return [select(this.label(), [["", "Choose …"], ...options], this.element.value, (value) => put(this.element, value))];
      }
      return [this.boxes(question)];
    }

    boxes(question) {
      const chosen = () => this.element.value.split(",").map((part) => part.trim()).filter(Boolean);
      const boxes = question.options.map((option) => {
        const box = element("input", { type: "checkbox", checked: chosen().includes(option.value) });
        box.addEventListener("change", () => {
          const others = chosen().filter((value) => value !== option.value);
          put(this.element, (box.checked ? [...others, option.value] : others).join(", "));
        });
        return element("label", { className: "candour-rule__option" }, [box, document.createTextNode(` ${option.label}`)]);
      });
      const made = element("fieldset", { className: "candour-rule__options" }, boxes);
      made.prepend(element("legend", { className: "w-sr-only", textContent: this.label() }));
      return made;
    }

    label() {
      const found = this.element.form.querySelector(`label[for="${this.element.id}"]`);
      return found ? found.textContent.trim() : this.kind;
    }
  }

  window.wagtail.app.register("candour-key", KeyController);
  window.wagtail.app.register("candour-part", PartController);
})();
