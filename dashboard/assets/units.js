/* A number and its unit stay on one line: the space in “31½ h”, “4 points” and “CHF 84,000” does not break, wherever on
   the page a text comes from. Figures in cells of grids do not wrap, and are left alone. */
(function () {
  "use strict";
  const GAP = /(^|[\d½]) (?=(?:h|points?)(?!\w))|(\b[A-Z]{3}) (?=\d)/g;
  const APART = ".ag-cell.number, svg, textarea, script, style";
  const join = (text) => {
    const said = text.data.replace(GAP, "$1$2\u00a0");
    if (said !== text.data) text.data = said;
  };
  const joinAll = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { if (!node.parentElement?.closest(APART)) join(node); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(APART)) return;
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (one) =>
      one.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT
        : one.matches(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
    while (texts.nextNode()) join(texts.currentNode);
  };
  new MutationObserver((changes) => changes.forEach((change) =>
    change.type === "characterData" ? joinAll(change.target) : change.addedNodes.forEach(joinAll)
  )).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
