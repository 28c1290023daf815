/* Enter takes the option that is marked. A list that opens notes a moment later, by a timer, which option it opened at;
   on a busy page that comes after the arrow key, and the list would take the option it opened at instead. */
(function () {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const list = document.getElementById(event.target.getAttribute?.("aria-controls")); // said only while it is open
    const marked = list?.querySelector("[data-combobox-option][data-combobox-selected]");
    if (!marked) return;
    event.preventDefault();
    event.stopPropagation();
    marked.click();
  }, true);
})();
