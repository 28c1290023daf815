/* Steps back and forth from anywhere: by a button that says so (`data-step`), or by Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z.
   In a field the keys stay the field's own. */
(function () {
  "use strict";
  const ask = (step) => window.dash_clientside.set_props("step", { data: { step, at: Date.now() } });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-step]");
    if (button && !button.disabled) ask(button.dataset.step);
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return;
    if (event.target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable=true]")) return;
    const key = event.key.toLowerCase();
    const step = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : "";
    if (!step) return;
    event.preventDefault();
    ask(step);
  });
})();
