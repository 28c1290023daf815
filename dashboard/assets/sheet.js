/* On a telephone the questions are a sheet: a button at the foot opens it, Escape or a tap beside it closes it. */
(function () {
  "use strict";
  const open = (yes) => document.body.classList.toggle("sheet", yes);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".sheet-open")) {
      open(true);
      document.querySelector(".questions .question")?.querySelector("input, button")?.focus();
    } else if (event.target.closest?.(".sheet-close") || !event.target.closest?.(".questions, .mantine-Popover-dropdown, [role=listbox]")) open(false);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") open(false); });
})();
