/* Draws what the server says of a plan: its text, the rows of the table that changed, the triangle's answer.
   Called once an answer by `callbacks/plan.py`; the HTML is made, and escaped, by `dashboard/markup.py`. */
(function () {
  "use strict";
  const put = (id, html) => { const host = document.getElementById(id); if (host) host.innerHTML = html; };

  /* Rows of the table: all of them, or the fields that changed since another plan (see `dashboard/changes.py`). */
  let onPage = null; // token of the plan whose rows the table has; null as long as they are those it came with
  function fill(api, answer) {
    const { table, token } = answer;
    if (api.isDestroyed()) return;
    if (table.rows) api.setGridOption("rowData", table.rows);
    else if (onPage === null || table.since === onPage)
      api.applyTransaction({ update: table.ids.map((id, k) => changed(api, table, id, k)) });
    else return again();
    onPage = token;
  }
  function changed(api, table, id, k) {
    const row = { ...api.getRowNode(id).data };
    for (const name in table.fields) {
      const { values, at } = table.fields[name];
      if (at[k] >= 0) row[name] = values[at[k]];
    }
    return row;
  }
  /* The table has other rows than the server thought: ask for all of them. */
  function again() {
    window.dash_clientside.set_props("shown", { data: "" });
    window.dash_clientside.set_props("live", { data: { at: Date.now() } });
  }

  let said = null; // token of the plan whose text the page shows
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.plan = {
    show: (answer, account) => {
      if (answer.token) {
        const another = answer.token !== said;
        said = answer.token;
        put("plan-top", answer.top);
        put("plan-side", answer.side);
        if (answer.table) window.dash_ag_grid.getApiAsync("plan-grid").then((api) => fill(api, answer));
        else onPage = answer.token;
        if (another && atRest()) window.dash_clientside.set_props("panel-account", { data: { ...account, again: true } });
      }
      window.dash_clientside.balance.answered(answer.at, answer.today);
    },
    panel: ({ title, body, again }) => {
      const kept = window.dash_clientside.no_update;
      return again && !atRest() ? [kept, kept, kept] : [true, title, body];
    },
  };

  /* Whether an open panel may be drawn anew: not one that was closed since, nor under the hands of who types in it. */
  const atRest = () => document.querySelector(".panel") && !typed && !document.activeElement.matches(".panel input");
  let typed = false; // something was typed into the panel that no button has sent yet
  document.addEventListener("input", (event) => { typed = typed || !!event.target.closest(".panel"); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") typed = false; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("button, [data-open]")) typed = !!event.target.closest(".mantine-NumberInput-control");
    const name = event.target.closest("[data-open]");
    if (name) window.dash_clientside.set_props("panel-account", { data: { at: Number(name.dataset.open) } });
  });
})();
