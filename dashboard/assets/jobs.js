/* Long work is stopped by a click on its button. The button is drawn anew with every step of the work, and its own
   count of clicks with it, so that a click is told to a store that stands. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[id*='job-stop']");
  if (button) window.dash_clientside.set_props("job-stopped", { data: { kind: JSON.parse(button.id).kind, at: Date.now() } });
}, true);

/* The page looks how far the work is while some is on its way; what another tab asked for meanwhile is looked for when
   this one is seen again. */
(function () {
  "use strict";
  const look = () => {
    if (document.visibilityState === "visible" && document.querySelector(".explore-page"))
      window.dash_clientside.set_props("job-clock", { n_intervals: Date.now() });
  };
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
})();
