/* Long work is stopped by a click on its button. The button is drawn anew with every step of the work, and its own
   count of clicks with it, so that a click is told to a store that stands. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[id*='job-stop']");
  if (button) window.dash_clientside.set_props("job-stopped", { data: { kind: JSON.parse(button.id).kind, at: Date.now() } });
}, true);
