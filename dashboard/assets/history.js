/* Steps back and forth from anywhere by Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z; their buttons are heard by `presses.js`. In a
   field the keys stay the field's own. */
(function () {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return;
    if (event.target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable=true]")) return;
    const key = event.key.toLowerCase();
    const step = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : "";
    if (!step) return;
    event.preventDefault();
    window.dash_clientside.set_props("step", { data: { step, at: Date.now() } });
  });
})();
