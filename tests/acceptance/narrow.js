// What is lost with WCAG 1.4.12's text spacing on: text beyond the window, or cut off by its box.
() => {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }" +
      " p { margin-bottom: 2em !important; }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
  const lost = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    lost.push(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
  }
  const hidden = (node) => node.closest(".nhsuk-u-visually-hidden, .nhsuk-skip-link, [hidden]");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const box = text.parentElement;
    if (!text.data.trim() || hidden(box) || box.closest("script, style, noscript, svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width && (rect.right > width + 1 || rect.left < -1)) {
        lost.push(`beyond the window: ${text.data.trim().slice(0, 40)}`);
        break;
      }
    }
    const style = getComputedStyle(box);
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    if (
      (cuts(style.overflowX) && box.scrollWidth > box.clientWidth + 1) ||
      (cuts(style.overflowY) && box.scrollHeight > box.clientHeight + 1)
    ) {
      lost.push(`cut off: ${text.data.trim().slice(0, 40)}`);
    }
  }
  return [...new Set(lost)];
}
