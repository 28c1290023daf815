/* Draws what the server says of a plan: its text, the rows of the table that changed, the triangle's answer.
   Called once an answer by `callbacks/plan.py`; the HTML is made, and escaped, by `dashboard/markup.py`. */
(function () {
  "use strict";
  const put = (id, html) => { const host = document.getElementById(id); if (host) host.innerHTML = html; };

  /* Rows of the table: all of them, or the fields that changed (see `dashboard/changes.py`). */
  function fill(api, table) {
    if (api.isDestroyed()) return;
    if (table.rows) { api.setGridOption("rowData", table.rows); return; }
    const fields = Object.entries(table.fields);
    api.applyTransaction({ update: table.ids.map((id, k) => {
      const row = { ...api.getRowNode(id).data };
      for (const [name, { values, at }] of fields) if (at[k] >= 0) row[name] = values[at[k]];
      return row;
    }) });
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.plan = {
    show: (answer, account) => {
      if (answer.token) {
        put("plan-top", answer.top);
        put("plan-side", answer.side);
        if (answer.table) window.dash_ag_grid.getApiAsync("plan-grid").then((api) => fill(api, answer.table));
        if (document.querySelector(".panel")) window.dash_clientside.set_props("panel-account", { data: { ...account } });
      }
      window.dash_clientside.balance.answered(answer.today);
    },
  };
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-open]");
    if (name) window.dash_clientside.set_props("panel-account", { data: { at: Number(name.dataset.open) } });
  });
})();
