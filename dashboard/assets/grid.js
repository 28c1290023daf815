/* How cells of the grids are drawn. Everything comes as text or numbers from `dashboard/tables.py`; React escapes it. */
(function () {
  "use strict";
  const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const h = (...all) => window.React.createElement(...all);

  const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  /* Hours as the sentences have them, 20½; those that were set more finely in tenths. */
  const hours = (value) => {
    const amount = Number(value), halves = 2 * amount;
    if (!Number.isInteger(halves) || halves % 2 === 0) return tenths.format(amount);
    return `${amount > 1 ? tenths.format(Math.floor(amount)) : ""}½`;
  };
  functions.planText = ({ value }) => (value === null || value === undefined ? "–" : `${hours(value)} h`);
  functions.hoursText = ({ value }) => (value === null || value === undefined ? "–" : hours(value));

  /* Tab leaves the table; arrows go from cell to cell, Enter opens the account or goes to the buttons of its row, and
     on a person's line puts the accounts away. */
  functions.leave = () => false;
  /* Shift+Tab comes back to the row that was left, wherever it stands now, or else to the last that is drawn: not to the
     last of all. */
  let left = null;
  document.addEventListener("focusin", ({ target }) => {
    const row = target.closest(".ag-row");
    if (row) left = { id: row.getAttribute("row-id"), column: target.closest(".ag-cell")?.getAttribute("col-id") };
  });
  const enter = ({ fromBottom, api }) => {
    const node = left && api.getRowNode(left.id);
    const row = node?.displayed ? node.rowIndex : api.getLastDisplayedRowIndex();
    if (!fromBottom || !api.getDisplayedRowAtIndex(row)) return false;
    const column = api.getColumn(left?.column ?? "");
    api.ensureIndexVisible(row);
    api.setFocusedCell(row, column?.isVisible() ? column : api.getAllDisplayedColumns()[0]);
    document.activeElement.scrollIntoView({ block: "nearest" }); // of the grid alone, the grid has done so
    return true;
  };
  /* A table that has just been drawn. */
  const meet = (api) => {
    left = null;
    api.setGridOption("quickFilterMatcher", matches); // functions as such: Dash hands over no names of these
    api.setGridOption("focusGridInnerElement", enter);
  };
  const buttons = (cell) => [...cell.querySelectorAll(".cell-button:not(:disabled), .cell-say")].filter((one) => one.offsetParent);
  document.addEventListener("keydown", (event) => {
    const line = event.target.closest(".plan-grid .ag-full-width-row");
    if (line && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.stopPropagation();
      return line.querySelector(".person-row").click();
    }
    const cell = event.target.closest(".plan-grid .ag-center-cols-container .ag-cell");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!cell) return;
    const all = buttons(cell);
    const at = all.indexOf(event.target);
    if (at >= 0 && step) (all[at + step] || event.target).focus();
    else if (at >= 0 && event.key === "Escape") cell.focus();
    else if (event.target === cell && event.key === "Enter" && all.length) all[0].focus();
    else if (event.target === cell && event.key === "Enter" && cell.getAttribute("col-id") !== "plan")
      cell.closest(".ag-row").querySelector(".cell-button:last-child").click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  /* One tap or click on an account opens it. */
  document.addEventListener("click", (event) => {
    const cell = event.target.closest?.('.plan-grid .ag-cell[col-id="account"]');
    if (cell && !String(window.getSelection())) cell.closest(".ag-row").querySelector(".cell-button:last-child")?.click();
  });

  /* The grid scrolls a cell that is pressed into view: a button at its edge would slip away under the pointer. */
  document.addEventListener("pointerdown", (event) => { if (event.target.closest(".cell-button, .cell-say")) event.stopPropagation(); }, true);

  /* A cell is drawn anew when its value changes, so all that it draws is in it. */
  functions.barText = ({ data }) => data.fill !== undefined && `${data.outline} ${data.fill} ${data.mainly}`;
  functions.reasonText = ({ data }) => data.why && `${data.decision}: ${data.why} ${data.guess.join(" ")}`;
  functions.whoText = ({ data }) => data.sub === undefined ? data.account : `${data.account} ${data.sub} ${data.dots || ""}`;

  /* What a search looks in: what stands in the cells, and notes; accents and capitals are all the same to it. */
  functions.soughtText = ({ data }) => [data.account, data.sub, data.notes].filter(Boolean).join(" ");
  functions.factText = ({ data, colDef }) => [data.shown?.[colDef.field], data[colDef.field]].filter(Boolean).join(" ");
  functions.noText = () => "";
  const plainly = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const matches = (words, row) => words.every((word) => plainly(row).includes(plainly(word)));

  /* By person: `who` is "" for everyone, "*" for everyone by person, "=Name" for one. Lines stand above their accounts,
     which they put away and bring back; a search looks among those put away too, and leaves the lines of whom it finds. */
  let who = "";
  let sought = "";
  let found = new Set(); // places of the people below whom the search finds accounts
  const away = new Set();
  const isLine = (data) => data.line !== undefined;
  const shows = (data) => {
    if (isLine(data)) return (who === "*" && (!sought || found.has(data.person))) || (who === `=${data.account}` && (!sought || found.size > 0));
    if (who.startsWith("=") && !data.people.includes(who.slice(1))) return false;
    return !who || !!sought || !(who === "*" ? away.has(data.person) : away.size);
  };
  functions.isPerson = ({ rowNode }) => isLine(rowNode.data);
  functions.isShown = (node) => shows(node.data);
  const LINE = 46; // px
  functions.rowHeight = ({ data }) => (isLine(data) ? LINE : undefined);
  functions.byPerson = ({ nodes }) => {
    if (!who) return;
    const place = new Map(nodes.map((node, at) => [node, at]));
    const rank = ({ data }) => [who === "*" ? data.person : 0, isLine(data) ? 0 : 1];
    nodes.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || place.get(a) - place.get(b));
  };
  cells.PersonRow = ({ data, api }) => {
    const [open, setOpen] = window.React.useState(!away.has(data.person));
    const [, drawAgain] = window.React.useReducer((times) => times + 1, 0);
    window.React.useEffect(() => {
      document.addEventListener("person-lines", drawAgain);
      return () => document.removeEventListener("person-lines", drawAgain);
    }, []);
    const turn = () => {
      if (open) away.add(data.person); else away.delete(data.person);
      setOpen(!open);
      api.onFilterChanged();
    };
    const line = { type: "button", tabIndex: -1, className: "person-row", "aria-expanded": open, onClick: turn };
    return h("div", { role: "gridcell", className: "person-cell" },
      h("button", line, h("b", null, data.account), h("span", null, data.line)));
  };

  /* Names and words of the goods, as `components/goods_style.py` writes them into the page. */
  const KNOWN = JSON.parse(document.getElementById("goods").textContent).goods;
  const GOODS = KNOWN.map(({ name }) => name);
  const GOOD_WORDS = Object.fromEntries(KNOWN.map(({ name, words }) => [name, words]));
  const asks = (good) => `${GOOD_WORDS[good][0].toUpperCase()}${GOOD_WORDS[good].slice(1)}?`;
  const signOf = (sign) => (sign[0] === "f" ? "" : sign[0] === "g" ? " guess" : sign[0] === "n" ? " no" : " unknown");
  const saysOf = (sign, good) => ({ f: "", g: "perhaps ", n: "not " }[sign[0]] ?? "?") + GOOD_WORDS[good];
  const dots = (signs) => {
    const all = (signs ? signs.split(" ") : GOODS.map(() => "-"));
    const known = all.map((sign, at) => (sign === "-" ? "" : saysOf(sign, GOODS[at]))).filter(Boolean);
    return h("span", { className: "good-dots", role: "img", "aria-label": known.join(", ") || "nothing known", title: known.join(", ") || "Nothing on the list says yet" },
      ...all.map((sign, at) => h("span", { key: GOODS[at], className: `good-dot ${GOODS[at]}${signOf(sign)}`, style: { "--full": /^[fg]/.test(sign) ? Number(sign.slice(1)) : 0 } })));
  };
  cells.DotsCell = ({ value }) => dots(value);

  cells.AccountCell = ({ data }) =>
    h("div", { className: "two-lines", title: [data.account, data.sub, data.notes].filter(Boolean).join("\n") },
      h("b", null, data.account),
      h("span", null, data.sub),
      data.dots ? h("span", { className: "only-small" }, dots(data.dots), ` ${data.decision}`) : null);

  cells.HoursCell = ({ data }) => {
    const words = `${data.today === null ? "" : `Today ${hours(data.today)} h, `}plan ${hours(data.plan)} h`;
    return h("div", { className: "bar", role: "img", "aria-label": words, title: words },
      data.fill > 0 ? h("span", { className: `bar-fill ${data.mainly || "none"}`, style: { width: `${data.fill}%` } }) : null,
      data.outline > 0 ? h("span", { className: "bar-outline", style: { width: `${data.outline}%` } }) : null);
  };

  cells.ChipCell = ({ value }) => h("span", { className: `chip ${value || "none"}` }, value || "none");

  /* Why: the decision and its sentence; where hours rest on a guess, what says so, and buttons to confirm or dismiss it. */
  cells.WhyCell = (props) => {
    const { data } = props;
    const [good, says] = data.guess;
    const said = (action, word) => h("button", { key: action, type: "button", tabIndex: -1, className: "link cell-say", onClick: (event) => { event.stopPropagation(); props.setData({ action, id: data.id, good }); }, "aria-label": `${word}: ${data.account}, ${GOOD_WORDS[good]}` }, word);
    return h("div", { className: `why-cell${good ? " asks" : ""}`, title: `${data.decision}. ${data.why}` },
      h("span", { className: "why-text" }, h("b", null, `${data.decision}. `), data.why),
      good ? h("span", { className: "why-asks" }, h("span", { className: `good-dot ${good} guess`, "aria-hidden": "true" }), h("span", { className: "why-says", title: `${asks(good)} ${says}` }, `${asks(good)} ${says}`), said("yes", "Yes, it is"), h("span", { "aria-hidden": "true" }, "·"), said("no", "No")) : null);
  };

  /* A narrow screen keeps the account, its hours and the way to the rest; a list without owners or hours of today,
     and a table by person, do without those columns. */
  const ROOM = 842; // px that all columns need
  const narrow = window.matchMedia("(max-width: 700px)");
  const dress = (api) => {
    if (api.isDestroyed()) return;
    const tight = document.querySelector(".plan-grid").clientWidth < ROOM;
    const known = { owner: false, today: false };
    let lines = 0;
    api.forEachNode(({ data }) => { known.owner ||= !!data.owner; known.today ||= data.today > 0; lines += isLine(data) && shows(data); });
    document.querySelector(".plan-grid").style.setProperty("--lines", `${LINE * lines}px`);
    // the width first: columns that give way are measured anew when others come and go, not when one is resized
    api.setColumnWidths([{ key: "mark", newWidth: narrow.matches ? 44 : 104 }]);
    api.setColumnsVisible(["bar", "reason", "dots"], !narrow.matches);
    if (!narrow.matches) api.setColumnsVisible(["bar"], !tight);
    api.setColumnsVisible(["owner"], known.owner && !who && !tight);
    api.setColumnsVisible(["today"], known.today && !narrow.matches);
  };
  /* A remark on the list; on a narrow screen all of it in one cell, as there is no room for columns beside it. */
  cells.IssueCell = ({ data }) => h("div", { className: "issue-cell" },
    h("div", null, h("b", { className: "only-small" }, [data.kind, data.where].filter(Boolean).join(" · ")), data.message),
    data.fix || data.value ? h("div", { className: "only-small quiet" },
      data.value ? `“${data.value}”. ` : "", data.fix) : null);
  const dressIssues = (api) => {
    if (api.isDestroyed()) return;
    api.setColumnsVisible(["kind", "fix", "where", "value"], !narrow.matches);
    api.refreshHeader();
  };
  /* How many accounts a search or a choice of person leaves, said beside it, and below whom they stand. */
  const counted = (api) => {
    if (api.isDestroyed()) return;
    let all = 0, left = 0;
    const persons = new Set();
    api.forEachNode(({ data }) => { if (!isLine(data)) all += 1; });
    api.forEachNodeAfterFilter(({ data }) => { if (!isLine(data)) { left += 1; persons.add(data.person); } });
    const accounts = `${all.toLocaleString("en")} ${all === 1 ? "account" : "accounts"}`;
    const some = sought || who.startsWith("=");
    window.dash_clientside.set_props("plan-table-note", { children: some ? `${left ? left.toLocaleString("en") : "none"} of ${accounts}` : accounts });
    if (!sought || (persons.size === found.size && [...persons].every((one) => found.has(one)))) return;
    found = persons;
    if (who) api.onFilterChanged();
  };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.grids = {
    issues: () => {
      window.dash_ag_grid.getApiAsync("issues-grid").then((api) => {
        dressIssues(api);
        api.addEventListener("gridSizeChanged", () => dressIssues(api));
      });
      return window.dash_clientside.no_update;
    },
    meet,
    search: (text, options) => {
      sought = text || "";
      return { ...options, quickFilterText: sought };
    },
    /* A page that is drawn anew starts with everyone. */
    fit: (_grid, choice) => {
      away.clear();
      sought = "";
      window.dash_ag_grid.getApiAsync("plan-grid").then((api) => {
        meet(api);
        api.addEventListener("filterChanged", () => counted(api));
        if (who !== choice) { who = choice; api.onFilterChanged(); }
        api.setGridOption("alwaysPassFilter", (node) => isLine(node.data) && shows(node.data));
        api.setGridOption("doesExternalFilterPass", functions.isShown); // as such, not as an expression that is evaluated
        dress(api);
        api.addEventListener("gridSizeChanged", () => dress(api));
      });
      return window.dash_clientside.no_update;
    },
    /* Everyone, everyone by person, or one person. */
    person: (choice) => {
      const api = window.dash_ag_grid.getApi("plan-grid");
      who = choice;
      away.clear();
      if (api) { api.onFilterChanged(); api.refreshClientSideRowModel("sort"); api.redrawRows(); dress(api); }
      return window.dash_clientside.no_update;
    },
  };

  const act = (props, action) => (event) => {
    event.stopPropagation();
    props.setData({ action, id: props.data.id });
  };
  cells.ActionsCell = (props) => {
    const { mark, account } = props.data;
    // known by its place: a button that means something else once it was pressed stays the same one, with its focus
    const button = (place, action, icon, label, on, disabled) =>
      h("button", {
        key: place, type: "button", className: `cell-button ${on ? "on" : ""}`, onClick: act(props, action), disabled,
        tabIndex: -1, "aria-label": `${label}: ${account}`, title: label, "aria-pressed": action === "open" ? undefined : !!on,
      }, h("span", { className: `icon icon-${icon}`, "aria-hidden": "true" }));
    const locked = mark === "lock" || mark === "file";
    return h("div", { className: "cell-buttons" },
      button("hold", locked ? "free" : "lock", locked ? "lock" : "unlock",
        mark === "file" ? "Locked in your list" : locked ? "Fixed by you; let the plan decide" : "Fix these hours", locked, mark === "file"),
      button("out", mark === "out" ? "free" : "out", "out", mark === "out" ? "Left out by you; let the plan decide" : "Leave out", mark === "out", mark === "file"),
      button("open", "open", "more", "Open"));
  };
})();
