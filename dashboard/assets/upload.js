/* What components leave out. `dcc.Upload`: a label for its hidden input, and a word when a file is past the server's
   limit (the page would otherwise show nothing; the limit comes with the page, in bytes). Drawers and dialogs: their
   head is no banner of the page. */
(function () {
  "use strict";
  const NAMES = { upload: "Choose your client list", raters: "Choose files of partners' ratings", timesheet: "Choose a time-sheet file",
    "split-file": "Choose a file of names and hours" };
  const ERRORS = { upload: "upload-error", raters: "raters-error", timesheet: "quarter-error", "split-file": "split-error" };
  const label = () => {
    Object.entries(NAMES).forEach(([id, name]) => {
      const input = document.querySelector(`#${id} input[type="file"]`);
      if (input && !input.hasAttribute("aria-label")) input.setAttribute("aria-label", name);
    });
    document.querySelectorAll("header.mantine-Drawer-header:not([role]), header.mantine-Modal-header:not([role])")
      .forEach((head) => head.setAttribute("role", "none"));
  };
  new MutationObserver(label).observe(document.documentElement, { childList: true, subtree: true });

  function tooLarge(event, files) {
    const zone = event.target.closest(Object.keys(ERRORS).map((id) => `#${id}`).join());
    const limit = zone && Number(document.getElementById("upload-limit")?.dataset.bytes);
    if (!limit) return;
    const large = Array.from(files || []).filter((file) => file.size > limit);
    const sum = Array.from(files || []).reduce((total, file) => total + file.size, 0);
    if (!large.length && sum <= limit) { window.dash_clientside.set_props(ERRORS[zone.id], { children: null }); return; }
    event.preventDefault();
    event.stopPropagation();
    const mb = (size) => (size / 1e6).toLocaleString("en", { maximumFractionDigits: 0 });
    const what = large.length ? `“${large[0].name}” has ${mb(large[0].size)} MB` : `These files have ${mb(sum)} MB together`;
    const text = `${what}; the dashboard opens up to ${mb(limit)} MB. Delete what is not part of the list, or plan it with the command line.`;
    const piece = (type, props) => ({ namespace: "dash_html_components", type, props });
    const said = piece("Div", { children: [piece("B", { children: "That file was not taken. " }), text] });
    const sign = piece("Span", { className: "icon icon-error", "aria-hidden": "true" });
    window.dash_clientside.set_props(ERRORS[zone.id], {
      children: piece("Div", { className: "callout error", role: "alert", children: [sign, said] }) });
    if (event.target.type === "file") event.target.value = "";
  }
  document.addEventListener("change", (event) => event.target.type === "file" && tooLarge(event, event.target.files), true);
  document.addEventListener("drop", (event) => tooLarge(event, event.dataTransfer && event.dataTransfer.files), true);
})();
