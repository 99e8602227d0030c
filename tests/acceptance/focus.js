// Where the focus is after Tab: its number on the page, and what is wrong with how it is seen.
() => {
  const marks = (node) => {
    const of = (element, pseudo) => {
      const s = getComputedStyle(element, pseudo);
      return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth].join("|");
    };
    const label = node.labels && node.labels[0];
    return [of(node), label ? of(label, "::before") : ""].join("#");
  };
  if (!window.candourStops) {
    const tabbable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const groups = new Set();
    window.candourAll = [...document.querySelectorAll(tabbable)].filter((node) => {
      if (!node.getClientRects().length || node.disabled || node.tabIndex < 0) return false;
      if (node.type !== "radio") return true;
      // One stop for a group of radios: the chosen one, or else the first.
      const group = [...document.getElementsByName(node.name)];
      const stop = group.find((radio) => radio.checked) || group[0];
      return node === stop;
    });
    window.candourStops = window.candourAll.map((_, number) => number);
  }
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const number = window.candourAll.indexOf(node);
  const flaws = [];
  const focused = marks(node);
  node.blur();
  const plain = marks(node);
  node.focus({ preventScroll: true, focusVisible: true });
  if (focused === plain) flaws.push("the focus is not seen");
  const label = node.labels && node.labels[0];
  const seen = node.type === "radio" || node.type === "checkbox" ? label || node : node;
  const rects = [...seen.getClientRects()];
  const inView = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const open = rects.some((r) => {
    const x = Math.min(Math.max((r.left + r.right) / 2, 0), innerWidth - 1);
    const top = Math.max(r.top, 0);
    const bottom = Math.min(r.bottom, innerHeight);
    const y = (top + bottom) / 2;
    const at = inView(x, y) && bottom > top && document.elementFromPoint(x, y);
    return at && (seen.contains(at) || at.contains(seen) || node.contains(at));
  });
  if (!open) flaws.push("the focus is covered or out of the window");
  const what = `${node.tagName.toLowerCase()} ${(node.name || node.textContent).trim().slice(0, 40)}`;
  return { number, what, flaws };
}
