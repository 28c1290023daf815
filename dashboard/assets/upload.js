/* What components leave out. `dcc.Upload`: a label for its hidden input, and a word when a file is of another kind or
   past the server's limit (the page would otherwise show nothing; the limit comes with the page, in bytes). Drawers and
   dialogs: their head is no banner of the page. */
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

  const mb = (size) => (size / 1e6).toLocaleString("en", { maximumFractionDigits: 0 });
  /* What is wrong with files that were chosen or dropped, as a sentence; "" for nothing. */
  function wrongWith(files, endings, limit) {
    const other = files.find(({ name }) => !endings.some((ending) => name.toLowerCase().endsWith(ending)));
    if (other) return `“${other.name}” is no Excel, OpenDocument or CSV file. Where it was made, save or export it as one of those.`;
    const large = files.find((file) => file.size > limit);
    const sum = files.reduce((total, file) => total + file.size, 0);
    if (!large && sum <= limit) return "";
    const what = large ? `“${large.name}” has ${mb(large.size)} MB` : `These files have ${mb(sum)} MB together`;
    return `${what}; the dashboard opens up to ${mb(limit)} MB. Delete what is not part of the list, or plan it with the command line.`;
  }
  function refuse(event, chosen) {
    const zone = event.target.closest(Object.keys(ERRORS).map((id) => `#${id}`).join());
    const limit = zone && Number(document.getElementById("upload-limit")?.dataset.bytes);
    if (!limit) return;
    const endings = zone.querySelector("input[type=file]").accept.split(",");
    const text = wrongWith(Array.from(chosen || []), endings, limit);
    if (!text) { window.dash_clientside.set_props(ERRORS[zone.id], { children: null }); return; }
    event.preventDefault();
    event.stopPropagation();
    const piece = (type, props) => ({ namespace: "dash_html_components", type, props });
    const said = piece("Div", { children: [piece("B", { children: "That file was not taken. " }), text] });
    const sign = piece("Span", { className: "icon icon-error", "aria-hidden": "true" });
    window.dash_clientside.set_props(ERRORS[zone.id], {
      children: piece("Div", { className: "callout error", role: "alert", children: [sign, said] }) });
    if (event.target.type === "file") event.target.value = "";
  }
  document.addEventListener("change", (event) => event.target.type === "file" && refuse(event, event.target.files), true);
  document.addEventListener("drop", (event) => refuse(event, event.dataTransfer && event.dataTransfer.files), true);
})();
