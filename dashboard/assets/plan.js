/* Asks the server for the plan that comes next and draws what it says: its text, the rows of the table that changed,
   the triangle's answer (see `callbacks/live_preview.py`). The HTML is made, and escaped, by `components/markup.py`. */
(function () {
  "use strict";
  const put = (id, html) => keepingFocus(document.getElementById(id), html);
  /* Put HTML in the place of what is there, which may come late: who is at a button in it stays at the same one. */
  function keepingFocus(host, html) {
    if (!host) return;
    const buttons = () => [...host.querySelectorAll("button, a[href], summary")];
    const had = document.activeElement;
    const nth = buttons().indexOf(had);
    host.innerHTML = html;
    if (nth < 0) return;
    const alike = (one) => one.className === had.className && one.dataset.open === had.dataset.open;
    const [at, ...more] = buttons().filter(alike);
    const again = had.dataset.open ? at : [buttons()[nth]].find((one) => one && alike(one)) || (more.length ? null : at);
    again?.focus({ preventScroll: true });
  }
  const REST = 250; // ms without another question after which the hands are at rest
  const balance = () => window.dash_clientside.balance;

  /* Only the newest question counts: what comes of one that was overtaken is not drawn. */
  let turn = 0;
  let shown = ""; // token of the plan on the page
  async function ask(asked) {
    const mine = ++turn;
    const began = Date.now();
    balance().asked();
    const answer = await fetch("/follow", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...asked, shown }),
    }).then((response) => (mine === turn && response.ok ? response.json() : {}), () => ({}));
    if (mine !== turn) return;
    draw(answer);
    balance().answered(answer.today, asked.shares && Date.now() - began, answer.again);
    const played = asked.shares && !asked.final;
    if (answer.sidebar && !asked.shares) agree(answer.sidebar);
    if (!played && (answer.note || answer.token)) say(answer.note || "");
    if (asked.final) window.dash_clientside.tabs.played();
    if (!played) later();
  }

  /* What hours, limits and the balance are worth takes plans of its own: it is asked for when the plan stands and the
     hands are at rest. */
  async function later() {
    const mine = turn;
    const token = shown;
    await new Promise((over) => setTimeout(over, REST));
    if (mine !== turn || !document.getElementById("plan-top")) return;
    const answer = await fetch("/follow", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ later: token }),
    }).then((response) => (response.ok ? response.json() : {}), () => ({}));
    if (mine !== turn || token !== shown || !answer.parts) return;
    for (const name in answer.parts) {
      keepingFocus(document.querySelector(`[data-later="${name}"]`), answer.parts[name]);
    }
    if (answer.lines.length) window.dash_ag_grid.getApiAsync("plan-grid").then((api) => api.isDestroyed() || drawLines(api, answer.lines));
  }

  /* The balance card shows what the plan beside it was made with, whatever changed it. A field is filled in only where
     the server tells something new of it, so that what is being typed stays. */
  let told = {};
  const fieldsOf = (sidebar) => ({ hours: sidebar.hours, words: sidebar.hoursWords, max_accounts_per_person: sidebar.cap, ...sidebar.more });
  function agree(sidebar) {
    const set = window.dash_clientside.set_props;
    const now = fieldsOf(sidebar);
    const fresh = Object.keys(now).filter((name) => now[name] !== told[name]);
    told = now;
    balance().agree(sidebar.shares);
    for (const name of fresh) {
      if (name === "words") set("hours", { description: now.words });
      else set(name === "hours" ? "hours" : { type: "setting", name }, { value: now[name], error: "" });
    }
    put("cap-line", sidebar.capLine);
  }
  const say = (note) => { const host = document.getElementById("balance-note"); if (host) host.textContent = note; };
  function draw(answer) {
    if (answer.notice) window.dash_clientside.set_props("notices", { sendNotifications: [answer.notice] });
    if (!answer.token) return;
    const panel = answer.token !== shown && atRest();
    if (panel) window.dash_clientside.set_props("panel-account", { data: { at: Number(panel.dataset.account), again: true } });
    shown = answer.token;
    const text = () => { put("plan-top", answer.top); put("plan-side", answer.side); };
    if (!answer.table) return text();
    // both in one frame: left to itself, React draws the cells in the next; the grid measures itself, so it comes first
    const table = (api) => window.ReactDOM.flushSync(() => fill(api, answer.table));
    window.dash_ag_grid.getApiAsync("plan-grid").then(table).finally(text);
  }

  /* Rows of the table: all of them, or the fields that changed (see `tables/changes.py`). Those are written into
     the rows and drawn once: told of each row by itself, the grid would set a timer for every one. */
  function fill(api, table) {
    if (api.isDestroyed()) return;
    if (table.rows) return api.setGridOption("rowData", table.rows);
    let all = true; // a grid that has not got its rows yet, on a busy page, is sent the whole table
    for (const name in table.fields) {
      const { rows, values, at } = table.fields[name];
      rows.forEach((row, k) => {
        const node = api.getRowNode(String(row));
        if (node) node.data[name] = values[at[k]]; else all = false;
      });
    }
    if (!all) {
      shown = "";
      return ask({});
    }
    api.refreshClientSideRowModel("filter");
    api.refreshCells();
    drawLines(api, table.lines);
  }
  /* Lines by person say of themselves what is new: a row that the grid draws anew loses the focus. */
  function drawLines(api, lines) {
    for (const line of lines) Object.assign(api.getRowNode(line.id)?.data ?? {}, line);
    document.dispatchEvent(new Event("person-lines"));
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.plan = {
    ask,
    /* The page opens with a plan; what was still on its way is for a page that is gone. */
    open: (answer) => {
      turn += 1;
      draw(answer);
      balance().answered(answer.today);
      told = fieldsOf(answer.sidebar);
      put("cap-line", answer.sidebar.capLine);
      later();
      return window.dash_clientside.no_update;
    },
    /* Something was saved that may lead to another plan. */
    follow: () => { if (document.getElementById("plan-top")) ask({}); },
    panel: ({ title, body, again }, opened) => {
      const kept = window.dash_clientside.no_update;
      return again && !(opened && atRest()) ? [kept, kept, kept] : [true, title, body];
    },
  };

  /* Whether an open panel may be drawn anew: not one that was closed since, nor under the hands of who types in it. */
  const atRest = () => !typed && !document.activeElement.matches(".panel input") && document.querySelector(".panel");
  let typed = false; // something was typed into the panel that no button has sent yet
  document.addEventListener("input", (event) => { typed = typed || !!event.target.closest(".panel"); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") typed = false; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("button, [data-open]")) typed = !!event.target.closest(".mantine-NumberInput-control");
    const guess = event.target.closest("[data-guess]");
    if (guess) window.dash_clientside.set_props("guess", { data: { ...guess.dataset, at: Date.now() } });
    const does = event.target.closest("[data-do]");
    if (does) window.dash_clientside.set_props("do", { data: { do: does.dataset.do, value: does.dataset.value, at: Date.now() } });
    const page = event.target.closest("a[data-page]");
    if (page && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      window.dash_clientside.set_props("where", { pathname: page.dataset.page });
    }
    const name = event.target.closest("[data-open]");
    if (name) window.dash_clientside.set_props("panel-account", { data: { at: Number(name.dataset.open) } });
  });
})();
