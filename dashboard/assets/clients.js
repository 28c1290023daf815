/* The Clients page: cells, the editor of a fact, and the panel beside the grid. The grid itself edits nothing: it shows
   what the server has. A value is sent by Enter or by choosing it, never by clicking away. */
(function () {
  "use strict";
  const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const h = (...all) => window.React.createElement(...all);
  const set = (id, data) => window.dash_clientside.set_props(id, { data });
  const grid = () => window.dash_ag_grid.getApi("clients-grid");
  const side = () => document.getElementById("clients-panel");
  const narrow = window.matchMedia("(max-width: 700px)");
  const sheet = window.matchMedia("(max-width: 1279px)"); // the panel lies over the list
  const FROM = { assumed: "assumed", "worked out": "worked out from your list", told: "said by you" };

  const pen = (from) => (from === "told" ? h("span", { className: "by-hand", title: "Said by you" }, "✎") : null);
  cells.ClientCell = ({ data }) =>
    h("div", { className: "two-lines" },
      h("b", { title: data.account }, data.account),
      h("span", { className: "only-small" }, data.small));
  cells.FactCell = ({ data, colDef }) => {
    const name = colDef.field;
    const text = data.shown[name];
    const from = data.from[name];
    return h("span", { className: `fact-cell ${text ? from.replace(" ", "-") : "unknown"}`, title: text ? FROM[from] : "Not known" }, text || "–", text && pen(from));
  };
  cells.RemarkCell = ({ data }) =>
    h("span", { className: "remark-cell", title: data.shown.notes }, data.shown.notes, data.shown.notes && pen(data.from.notes));
  cells.DotCell = ({ data, colDef, value }) => {
    const [sure, word, why, told] = data.goods[colDef.field];
    const title = colDef.cellEditorParams.title;
    const said = `${title}: ${sure === "guess" ? "perhaps " : ""}${word}${told ? ", said by you" : ""}`;
    return h("span", { className: `good-dot ${colDef.field} ${sure === "fact" ? "" : sure}`, role: "img", "aria-label": said,
      title: [said, why].filter(Boolean).join(" · "), style: { "--full": value ?? 0 } });
  };

  /* ---- Which account is open beside the grid ---- */
  let chosen = null; // row id
  let meant = false; // whether a button asked for it, so that it has the focus wherever that is now
  let wanted = ""; // what is to have the focus once the panel is drawn
  functions.isChosen = ({ node }) => node.id === chosen;
  function mark(id) {
    chosen = id;
    for (const row of document.querySelectorAll(".clients-grid .ag-row")) row.classList.toggle("is-chosen", row.getAttribute("row-id") === id);
  }
  function choose(id, open) {
    if (open) side().classList.add("open");
    if (id === chosen) return open && focusPanel();
    mark(id);
    set("clients-chosen", { at: Number(id), going: false });
  }
  const focusPanel = () => { const found = side().querySelector(wanted || "h2"); wanted = ""; if (found) found.focus({ preventScroll: !sheet.matches }); };
  function putAway() {
    side().classList.remove("open");
    const node = chosen !== null && grid().getRowNode(chosen);
    if (node && node.displayed) grid().setFocusedCell(node.rowIndex, "account");
  }
  const cellOf = (target) => {
    const cell = target.closest?.(".clients-grid .ag-row .ag-cell");
    const column = cell && cell.getAttribute("col-id");
    return cell && column !== "ag-Grid-SelectionColumn" ? { cell, column, id: cell.closest(".ag-row").getAttribute("row-id") } : null;
  };

  document.addEventListener("click", (event) => {
    if (!document.querySelector(".clients-page")) return;
    const at = cellOf(event.target);
    if (at) { if (sheet.matches) { wanted = "h2"; meant = true; } return choose(at.id, sheet.matches); }
    const button = event.target.closest("[data-go], [data-say], [data-send], .fact");
    if (!button) return;
    const { go, say, send, good, all, row, fact } = button.dataset;
    const where = row === undefined ? null : Number(row);
    if (go === "close") return putAway();
    meant = !!(go || say || send);
    if (go) { wanted = go === "stop" ? "h2" : ".guess-card .button"; if (go === "guesses") side().classList.add("open"); return set("clients-say", { go, at: where, turn: Date.now() }); }
    if (say) { if (!all) wanted = ".guess-card .button, h2"; side().ariaBusy = "true"; return set("clients-say", { word: say, good, all: all || "", at: where, turn: Date.now() }); }
    if (send) { wanted = "h2"; return set("clients-edit", { accounts: [where], fact, value: send, by: "", turn: Date.now() }); }
    edit(button, { row: where, ...button.dataset, choices: JSON.parse(button.dataset.choices), label: side().querySelector(".client-panel").dataset.account, panel: true });
  });
  let soon = 0;
  document.addEventListener("focusin", (event) => {
    const at = !sheet.matches && cellOf(event.target);
    clearTimeout(soon);
    if (at) soon = setTimeout(() => choose(at.id, false), 180);
  });

  /* ---- The editor ---- */
  function editCell({ cell, column, id }, first) {
    const params = grid().getColumnDef(column)?.cellEditorParams;
    if (!params) { wanted = "h2"; meant = true; side().classList.add("open"); return id === chosen ? focusPanel() : choose(id, true); }
    const { data } = grid().getRowNode(id);
    const told = (params.fact in data.goods ? data.goods[params.fact][3] : data.from[params.fact]) === "told";
    const choices = params.choices.map(([value, text]) => (data.out && value === "leave out" ? ["take in again", "Take in again"] : [value, text]));
    const title = params.title || grid().getColumnDef(column).headerName;
    edit(cell, { row: Number(id), fact: params.fact, title, value: data.edit[params.fact] || "", told, choices, label: data.account, first });
  }
  document.addEventListener("dblclick", (event) => { const at = cellOf(event.target); if (at && !narrow.matches) editCell(at); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && side()?.classList.contains("open") && !editor && sheet.matches) return putAway();
    const at = event.target.classList?.contains("ag-cell") && cellOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = event.key.length === 1 && event.key !== " ";
    if (event.key !== "Enter" && event.key !== "F2" && !typed) return;
    event.preventDefault();
    event.stopPropagation();
    editCell(at, typed ? event.key : undefined);
  }, true);

  let editor = null;
  let by = ""; // who told it, kept from one fact to the next
  const make = (tag, props, ...children) => {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...children.filter(Boolean));
    return made;
  };
  function edit(anchor, asked) {
    close();
    const turn = Date.now();
    const error = make("p", { className: "editor-error", role: "alert", hidden: true });
    const teller = make("input", { className: "editor-by", placeholder: "told by (optional)", value: by, ariaLabel: "Told by" });
    const send = (value) => {
      if (root.ariaBusy === "true") return;
      if (value === asked.value && !asked.told) return close(true);
      by = teller.value.trim();
      root.ariaBusy = "true";
      set("clients-edit", { accounts: [asked.row], fact: asked.fact, value, by, turn });
    };
    const input = asked.choices.length ? null : make("input", { className: "editor-input", value: asked.first ?? asked.value, ariaLabel: asked.title });
    const list = input ? null : make("div", { className: "editor-choices" }, ...asked.choices.filter(([value]) => value || asked.told).map(([value, text]) =>
      make("button", { type: "button", className: "editor-choice", textContent: text, onclick: () => send(value) })));
    const back = input && asked.told ? make("button", { type: "button", className: "link", textContent: "As your list says", onclick: () => send("") }) : null;
    const root = make("div", { className: "cell-editor", role: "dialog", ariaLabel: `${asked.title}: ${asked.label}` },
      make("div", { className: "editor-title", textContent: asked.title }), input || list, error, teller, back,
      make("p", { className: "quiet", textContent: input ? "Enter saves, Esc leaves it as it was." : "Choose one, or Esc to leave it." }));
    root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") { event.preventDefault(); close(true); }
      else if (event.key === "Enter" && event.target.tagName === "INPUT" && input) { event.preventDefault(); send(input.value.trim()); }
      else if (list && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); step(list, event.key === "ArrowDown" ? 1 : -1); }
    });
    root.addEventListener("focusout", (event) => { if (!root.contains(event.relatedTarget) && document.hasFocus()) setTimeout(() => editor?.root === root && !root.contains(document.activeElement) && close()); });
    document.body.append(root);
    editor = { root, turn, error, focus: input || list.firstElementChild, asked, anchor };
    place(root, anchor);
    editor.focus.focus({ preventScroll: true });
    if (input && asked.first === undefined) input.select();
  }
  function step(list, by) {
    const all = [...list.children];
    const now = all.indexOf(document.activeElement);
    all[(now + by + all.length) % all.length].focus();
  }
  function place(root, anchor) {
    const rect = anchor.getBoundingClientRect();
    const width = root.offsetWidth;
    const tall = root.offsetHeight;
    root.style.left = `${Math.max(8, Math.min(rect.left - 6, window.innerWidth - width - 8))}px`;
    root.style.top = `${Math.max(8, Math.min(rect.top - 6, window.innerHeight - tall - 8))}px`;
  }
  /* Puts the editor away; nothing is saved. */
  function close(back) {
    if (!editor) return;
    const { root, asked, anchor } = editor;
    editor = null;
    root.remove();
    if (!back) return;
    if (asked.panel) { wanted = `[data-fact="${asked.fact}"].fact`; side().querySelector(wanted)?.focus({ preventScroll: true }); }
    else anchor.focus({ preventScroll: true });
  }
  for (const event of ["resize", "popstate"]) window.addEventListener(event, () => close());
  document.addEventListener("pointerdown", (event) => { if (editor && !editor.root.contains(event.target)) close(); }, true);
  document.addEventListener("scroll", (event) => { if (editor && !editor.root.contains(event.target)) close(); }, true);

  /* ---- What the server says ---- */
  const dress = (api) => {
    if (api.isDestroyed()) return;
    const known = { owner: false, expected_date: false, current_hours: false };
    api.forEachNode(({ data }) => { for (const name in known) known[name] ||= !!data.shown[name]; });
    const small = narrow.matches;
    api.setGridOption("rowHeight", small ? 58 : 50);
    for (const name of ["relationship", "annual_fee", "probability"]) api.setColumnsVisible([name], !small);
    for (const name in known) api.setColumnsVisible([name], known[name] && !small);
    const room = document.querySelector(".clients-grid").clientWidth;
    api.setColumnsVisible(["notes"], room >= 876);
    if (room < 766) api.setColumnsVisible(["owner"], false);
    api.setColumnWidths(JSON.parse(document.getElementById("goods").textContent).goods.map(({ name: key }) => ({ key, newWidth: small ? 25 : 30 })));
  };
  /* How many are ticked, those too that a search has put out of sight: they are changed with the others. */
  const tickedWords = (api) => {
    const ticked = api?.getSelectedNodes() || [];
    const unseen = ticked.filter((node) => !node.displayed).length;
    return `${ticked.length.toLocaleString("en")} ${ticked.length === 1 ? "client" : "clients"} ticked${unseen ? `, ${unseen.toLocaleString("en")} not in sight` : ""}`;
  };
  const nothing = () => window.dash_clientside.no_update;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.clients = {
    /* A cell is drawn anew when its value changes; where it comes from may change without it. */
    redraw: (rows) => {
      window.dash_ag_grid.getApiAsync("clients-grid").then((api) => {
        if (api.isDestroyed()) return;
        if (!rows) {
          chosen = null;
          api.addEventListener("gridSizeChanged", () => dress(api));
          window.dash_clientside.grids.meet(api);
          api.addEventListener("filterChanged", () => window.dash_clientside.set_props("bulk-count", { children: tickedWords(api) }));
        }
        else if (rows.length) {
          api.applyTransaction({ update: rows });
          api.refreshCells({ force: true, rowNodes: rows.map(({ id }) => api.getRowNode(id)) });
        }
        dress(api);
      });
      return nothing();
    },
    search: (text) => { grid()?.setGridOption("quickFilterText", text || ""); return nothing(); },
    /* A value that is refused is told at its field, or in a toast where that was left. */
    edited: ({ turn, error }) => {
      side().ariaBusy = "false";
      if (editor?.turn === turn) {
        if (!error) close(true);
        else {
          editor.root.ariaBusy = "false";
          Object.assign(editor.error, { textContent: error, hidden: false });
          editor.focus.focus();
          place(editor.root, editor.anchor);
        }
      } else if (error) {
        const toast = { action: "show", title: "That was not changed", message: error, className: "toast bad", autoClose: 10000 };
        window.dash_clientside.set_props("notices", { sendNotifications: [toast] });
      }
      return nothing();
    },
    chosen: (now) => {
      if (!now) return nothing();
      mark(String(now.at));
      const node = now.going && grid().getRowNode(chosen);
      if (node && node.displayed) grid().ensureNodeVisible(node);
      return nothing();
    },
    drawn: () => {
      if (wanted) setTimeout(() => { if (!editor && (meant || document.activeElement === document.body || side().contains(document.activeElement))) focusPanel(); meant = false; }, 0);
      return nothing();
    },
    ticked: (rows) => [tickedWords(rows?.length ? grid() : null), rows?.length ? "bulk open" : "bulk"],
  };
})();
