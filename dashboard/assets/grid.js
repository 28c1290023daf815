/* How cells of the grids are drawn. Everything comes as text or numbers from `dashboard/tables.py`; React escapes it. */
(function () {
  "use strict";
  const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const h = (...all) => window.React.createElement(...all);
  const SHORT = { others: "others", strengths: "strengths", now: "now", later: "later", referral: "referral", "": "none" };

  functions.hoursText = (params) =>
    params.value === null || params.value === undefined ? "–" : Number(params.value).toLocaleString("en", { maximumFractionDigits: 1 });

  cells.AccountCell = ({ data }) =>
    h("div", { className: "two-lines" },
      h("b", { title: data.account }, data.account),
      h("span", { title: data.sub }, data.sub),
      data.decision ? h("span", { className: "only-small" }, [data.decision, data.mainly && `for ${data.mainly}`].filter(Boolean).join(" ")) : null);

  cells.HoursCell = ({ data }) => {
    let left = 0;
    const fills = data.fill.map(([good, width]) => {
      const part = h("span", { key: good, className: `bar-fill ${good}`, style: { left: `${left}%`, width: `${width}%` } });
      left += width;
      return part;
    });
    const words = `${data.today === null ? "" : `Today ${data.today} h, `}plan ${data.plan} h`;
    return h("div", { className: "bar", role: "img", "aria-label": words, title: words }, ...fills,
      data.outline === null ? null : h("span", { className: "bar-outline", style: { width: `${data.outline}%` } }));
  };

  cells.ChipCell = ({ value }) => h("span", { className: `chip ${value || "none"}` }, SHORT[value] || value);

  cells.WhyCell = ({ data }) =>
    h("div", { className: "two-lines", title: data.why }, h("b", null, data.decision), h("span", null, data.why));

  /* A strength: a bar and its per cent; "no" and "not known" look different from each other and from a small bar. */
  const SAYS = { rule: "by a rule", rating: "your rating", override: "your change" };
  cells.StrengthCell = ({ data, colDef, value }) => {
    const good = colDef.field;
    const says = data[`${good}_says`];
    const words = [data[`${good}_why`], SAYS[says]].filter(Boolean).join(" · ");
    const hand = says === "override" ? h("span", { className: "by-hand", title: "Your change" }, "✎") : null;
    if (value === null || value === undefined)
      return h("span", { className: "strength", title: words || "Nothing in the list says" }, h("span", { className: "says-unknown", "aria-label": "not known" }, "?"), hand);
    if (value === 0)
      return h("span", { className: "strength", title: words }, h("span", { className: "says-no" }, "no"), hand);
    return h("span", { className: "strength", title: words },
      h("span", { className: "strength-track", "aria-hidden": "true" }, h("span", { className: `strength-fill ${good}`, style: { width: `${value}%` } })),
      h("span", { className: "strength-number" }, `${value}%`), hand);
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.grids = {
    ticked: (rows) => {
      const n = rows ? rows.length : 0;
      return [n ? `${n.toLocaleString("en")} ${n === 1 ? "row is" : "rows are"} ticked.` : "Tick rows in the table first.", n === 0];
    },
    /* A cell is drawn anew when its value changes; who said so may change without it. */
    redraw: () => {
      const api = window.dash_ag_grid.getApi("tags-grid");
      if (api) setTimeout(() => api.isDestroyed() || api.refreshCells({ force: true }), 30);
      return window.dash_clientside.no_update;
    },
    search: (text, options) => ({ ...options, quickFilterText: text || "" }),
    /* A narrow screen keeps the account, its hours and the way to the rest. */
    fit: () => {
      const narrow = window.matchMedia("(max-width: 700px)");
      const apply = (api) => {
        if (api.isDestroyed()) return;
        api.setColumnsVisible(["owner", "bar", "today", "mainly", "reason"], !narrow.matches);
        api.setColumnWidths([{ key: "mark", newWidth: narrow.matches ? 84 : 112 }]);
      };
      window.dash_ag_grid.getApiAsync("plan-grid").then((api) => {
        if (narrow.matches) apply(api);
        narrow.onchange = () => apply(api);
      });
      return window.dash_clientside.no_update;
    },
    /* Everyone, everyone grouped by person, or one person. */
    person: (choice) => {
      const state = choice === "*"
        ? [{ colId: "owner", sort: "asc", sortIndex: 0 }, { colId: "plan", sort: "desc", sortIndex: 1 }]
        : [{ colId: "owner", sort: null }, { colId: "plan", sort: "desc", sortIndex: 0 }];
      const filter = choice && choice.startsWith("=")
        ? { owner: { filterType: "text", type: "contains", filter: choice.slice(1) } } : {};
      const api = window.dash_ag_grid.getApi("plan-grid");
      if (api) { api.applyColumnState({ state, defaultState: { sort: null } }); api.setFilterModel(filter); }
      return window.dash_clientside.no_update;
    },
  };

  const act = (props, action) => (event) => {
    event.stopPropagation();
    props.setData({ action, id: props.data.id });
  };
  cells.ActionsCell = (props) => {
    const { mark, account } = props.data;
    const button = (action, icon, label, on, disabled) =>
      h("button", {
        key: action, type: "button", className: `cell-button ${on ? "on" : ""}`, onClick: act(props, action), disabled,
        "aria-label": `${label}: ${account}`, title: label, "aria-pressed": action === "open" ? undefined : !!on,
      }, h("span", { className: `icon icon-${icon}`, "aria-hidden": "true" }));
    const locked = mark === "lock" || mark === "file";
    return h("div", { className: "cell-buttons" },
      button(locked ? "free" : "lock", locked ? "lock" : "unlock",
        mark === "file" ? "Locked in your list" : locked ? "Fixed by you; let the plan decide" : "Fix these hours", locked, mark === "file"),
      button(mark === "out" ? "free" : "out", "out", mark === "out" ? "Left out by you; let the plan decide" : "Leave out", mark === "out", mark === "file"),
      button("open", "more", "Open"));
  };
})();
