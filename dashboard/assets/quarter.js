/* The Quarter page: what a button of a line asks for (`data-quarter`, JSON) goes to one store. */
(function () {
  "use strict";
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-quarter]");
    if (button) window.dash_clientside.set_props("quarter-asked", { data: { ...JSON.parse(button.dataset.quarter), at: Date.now() } });
  });
})();
