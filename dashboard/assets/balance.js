/* Linked shares that always add to 100, as sliders and, where there are three, as a triangle; shares are whole per cent. All in the
   browser: a step of a slider moves all others, which would take Dash longer than the hand does. */
(function () {
  "use strict";
  /* The groups, as `components/goods_style.py` writes them into the page. */
  const GROUPS = JSON.parse(document.getElementById("goods").textContent).groups;
  const NAMES = GROUPS.map(({ name }) => name);
  const EACH = NAMES.map((_, k) => k);
  const PACE = 140; // ms between two solves while dragging
  const SLOW = 700; // ms of an answer past which nothing is asked before the release
  const SETTLE = 220; // ms of quiet after which the keyboard counts as released
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  const same = (one, other) => one.every((share, k) => share === other[k]);

  /* Move share `at` to `value`; the free others give way in proportion; held ones stay. */
  function giveWay(shares, at, value, held) {
    const free = EACH.filter((k) => k !== at && !held[k]);
    const kept = sum(EACH.filter((k) => k !== at && held[k]).map((k) => shares[k]));
    if (!free.length) return shares.slice();
    const next = shares.slice();
    next[at] = Math.max(0, Math.min(100 - kept, Math.round(value)));
    const rest = 100 - kept - next[at];
    const before = sum(free.map((k) => shares[k]));
    let given = 0;
    free.forEach((k, index) => {
      const part = before > 0 ? shares[k] / before : 1 / free.length;
      next[k] = index === free.length - 1 ? rest - given : Math.round(rest * part);
      given += next[k];
    });
    return next;
  }

  /* --- asking the server: often while dragging, once more on release --- */
  let drawn = null;
  const state = { shares: null, presets: {}, timer: null, last: 0, took: 0, asked: null, busy: false, down: false, pulled: null, dirty: false };
  function ask(final) {
    clearTimeout(state.timer);
    state.last = Date.now();
    state.asked = state.shares;
    if (final) state.dirty = false;
    window.dash_clientside.plan.ask({ shares: state.shares, final });
  }
  /* The plan shown is not that of the balance yet: an answer is on its way, or has still to be asked for. */
  function mark() {
    const result = document.querySelector(".plan-right");
    if (result) result.setAttribute("aria-busy", state.busy || state.dirty);
  }
  function choose(shares) {
    const moved = !same(shares, state.shares);
    state.shares = shares;
    draw();
    if (moved) play();
  }
  function play() {
    state.dirty = true;
    mark();
    clearTimeout(state.timer);
    clearTimeout(state.settle);
    if (!state.down) { state.settle = setTimeout(() => state.dirty && !state.down && ask(true), SETTLE); return; }
    if (state.took > SLOW || state.busy) return; // a long list is planned when the slider is let go
    if (state.asked && same(state.asked, state.shares)) return; // held still: the answer is there
    state.timer = setTimeout(() => state.down && ask(false), Math.max(0, PACE - (Date.now() - state.last)));
  }
  document.addEventListener("pointerdown", (e) => { state.down = !!e.target.closest(".balance"); state.asked = null; }, true);
  const release = (event) => {
    state.pulled = null;
    if (!state.down) return;
    state.down = false;
    const last = () => state.dirty && ask(true);
    if (event.target.closest?.(".presets")) setTimeout(last, 0); else last(); // a preset is chosen by the click to come
  };
  document.addEventListener("pointerup", release, true);
  document.addEventListener("pointercancel", release, true);

  /* --- the sliders and the presets --- */
  const slider = (k) => document.getElementById(`share-${NAMES[k]}`);
  const nth = (target) => EACH.findIndex((k) => slider(k) && slider(k).contains(target));
  const held = () => NAMES.map((name) => document.getElementById(`hold-${name}`).checked);
  const move = (k, value) => choose(giveWay(state.shares, k, value, held()));
  function pull(event) {
    const box = slider(state.pulled).getBoundingClientRect();
    move(state.pulled, Math.max(0, Math.min(100, (100 * (event.clientX - box.left)) / box.width)));
  }
  document.addEventListener("pointerdown", (event) => {
    const k = event.button ? -1 : nth(event.target);
    if (k < 0) return;
    event.preventDefault();
    state.pulled = k;
    slider(k).setPointerCapture(event.pointerId);
    slider(k).querySelector("[role=slider]").focus({ preventScroll: true });
    if (!event.target.matches("[role=slider]")) pull(event);
  });
  document.addEventListener("pointermove", (event) => { if (state.pulled !== null) pull(event); });
  document.addEventListener("keydown", (event) => {
    const k = event.target.matches("[role=slider]") ? nth(event.target) : -1;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -100, End: 100 }[event.key];
    if (k < 0 || !by) return;
    event.preventDefault();
    move(k, Math.max(0, Math.min(100, state.shares[k] + by * (event.shiftKey && Math.abs(by) === 1 ? 10 : 1))));
  });
  document.addEventListener("click", (event) => {
    const preset = event.target.closest(".presets button");
    if (preset && same(state.presets[preset.innerText.trim()], state.shares))
      document.getElementById("balance-note").textContent = "This is the balance you have.";
    if (preset) choose(state.presets[preset.innerText.trim()]);
  });

  /* --- the triangle: the first group on top, the second bottom left, the third bottom right --- */
  const W = 300, H = 236, TOP = [150, 26], LEFT = [32, 204], RIGHT = [268, 204];
  const point = (s) => {
    const t = sum(s) || 1;
    return [0, 1].map((d) => (s[0] * TOP[d] + s[1] * LEFT[d] + s[2] * RIGHT[d]) / t);
  };
  function sharesAt(x, y) {
    const a = (LEFT[1] - y) / (LEFT[1] - TOP[1]);
    const c = (x - LEFT[0] - a * (TOP[0] - LEFT[0])) / (RIGHT[0] - LEFT[0]);
    const raw = [a, 1 - a - c, c].map((v) => Math.max(0, v));
    const total = sum(raw) || 1;
    const whole = raw.map((v) => Math.round((100 * v) / total));
    whole[whole.indexOf(Math.max(...whole))] += 100 - sum(whole);
    return whole;
  }
  const words = (s) => GROUPS.map(({ words: name }, k) => `${s[k]}% ${name}`).join(", ");
  const svg = (tag, attributes, parent, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  };

  function build(host) {
    const root = svg("svg", { viewBox: `0 0 ${W} ${H}`, class: "triangle-drawing" }, host);
    const defs = svg("defs", {}, root);
    [TOP, LEFT, RIGHT].forEach((at, k) => {
      const name = NAMES[k];
      const g = svg("radialGradient", { id: `tri-${name}`, gradientUnits: "userSpaceOnUse", cx: at[0], cy: at[1], r: 190 }, defs);
      svg("stop", { offset: "0", class: `near ${name}` }, g);
      svg("stop", { offset: "1", class: `far ${name}` }, g);
    });
    const corners = [TOP, LEFT, RIGHT].map((p) => p.join(",")).join(" ");
    svg("polygon", { points: corners, class: "tri-back" }, root);
    NAMES.forEach((name) => svg("polygon", { points: corners, fill: `url(#tri-${name})` }, root));
    for (let step = 1; step < 4; step += 1) {
      const f = step / 4;
      const mix = (a, b) => [0, 1].map((d) => a[d] + f * (b[d] - a[d]));
      [[mix(TOP, LEFT), mix(TOP, RIGHT)], [mix(LEFT, TOP), mix(LEFT, RIGHT)], [mix(RIGHT, TOP), mix(RIGHT, LEFT)]].forEach(
        ([p, q]) => svg("line", { x1: p[0], y1: p[1], x2: q[0], y2: q[1], class: "tri-grid" }, root));
    }
    svg("polygon", { points: corners, class: "tri-edge" }, root);
    svg("text", { x: 150, y: 14, "text-anchor": "middle", class: `tri-label ${NAMES[0]}` }, root, GROUPS[0].words);
    svg("text", { x: 4, y: 226, class: `tri-label ${NAMES[1]}` }, root, GROUPS[1].words);
    svg("text", { x: 296, y: 226, "text-anchor": "end", class: `tri-label ${NAMES[2]}` }, root, GROUPS[2].words);
    const today = svg("g", { class: "tri-today" }, root);
    svg("circle", { r: 6 }, today);
    svg("text", { "text-anchor": "middle", y: -11 }, today, "today");
    const chosen = svg("g", {
      class: "tri-chosen", tabindex: "0", role: "slider", "aria-valuemin": "0", "aria-valuemax": "100",
      "aria-label": `Balance. Up and down arrows: ${GROUPS[0].words}. Left and right: between ${GROUPS[1].short} and ${GROUPS[2].short}`,
    }, root);
    svg("circle", { r: 15, class: "halo" }, chosen);
    svg("circle", { r: 8.5, class: "point" }, chosen);
    const parts = { host, root, today, chosen };
    listen(parts);
    return parts;
  }

  function listen(parts) {
    const from = (event) => {
      const box = parts.root.getBoundingClientRect();
      choose(sharesAt(((event.clientX - box.left) * W) / box.width, ((event.clientY - box.top) * H) / box.height));
    };
    parts.root.addEventListener("pointerdown", (event) => {
      parts.root.setPointerCapture(event.pointerId);
      parts.moving = true;
      parts.chosen.focus({ preventScroll: true });
      event.preventDefault();
      from(event);
    });
    parts.root.addEventListener("pointermove", (event) => parts.moving && from(event));
    ["pointerup", "pointercancel"].forEach((name) => parts.root.addEventListener(name, () => { parts.moving = false; }));
    parts.chosen.addEventListener("keydown", (event) => {
      const step = event.shiftKey ? 10 : 1;
      const s = state.shares.slice();
      const turn = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowRight: [2, 1], ArrowLeft: [1, 1] }[event.key];
      if (!turn) return;
      event.preventDefault();
      if (turn[0] === 0) return choose(giveWay(s, 0, s[0] + turn[1] * step, EACH.map(() => false)));
      const other = turn[0] === 2 ? 1 : 2;
      const moved = Math.min(step, s[other]);
      s[turn[0]] += moved;
      s[other] -= moved;
      choose(s);
    });
  }

  function draw() {
    const { today, shares } = state;
    const host = document.getElementById("triangle");
    if (!host) return;
    NAMES.forEach((name, k) => {
      slider(k).style.setProperty("--share", shares[k]);
      slider(k).querySelector("[role=slider]").setAttribute("aria-valuenow", shares[k]);
      document.getElementById(`text-${name}`).textContent = `${shares[k]}%`;
    });
    document.querySelectorAll(".presets button").forEach((button) => {
      const own = state.presets[button.innerText.trim()] || [];
      button.setAttribute("aria-pressed", own.length > 0 && same(own, shares));
    });
    if (NAMES.length !== 3) return;
    if (!drawn || drawn.host !== host) { host.replaceChildren(); drawn = build(host); }
    drawn.chosen.setAttribute("transform", `translate(${point(shares)})`);
    drawn.chosen.setAttribute("aria-valuenow", shares[0]);
    drawn.chosen.setAttribute("aria-valuetext", words(shares));
    drawn.today.style.display = today ? "" : "none";
    if (!today) return;
    const [a, b] = [point(today), point(shares)];
    const close = Math.abs(a[0] - b[0]) < 30 && b[1] < a[1] + 6 && a[1] - b[1] < 26;
    drawn.today.setAttribute("transform", `translate(${a})`);
    drawn.today.lastChild.setAttribute("y", close ? 19 : -11);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.balance = {
    /* The page opens with this balance. */
    open: (shares, presets) => {
      Object.assign(state, { shares, presets, dirty: false });
      draw();
      return window.dash_clientside.no_update;
    },
    /* Something else than the sliders changed the balance. */
    agree: (shares) => {
      if (state.down || state.dirty) return;
      state.shares = shares;
      draw();
    },
    /* Shares that were moved by a key are asked for at once, as if they had been let go; see `in_flight.js`. */
    release: () => {
      if (state.dirty && !state.down) ask(true);
    },
    /* The server is asked for a plan; and has answered, after so many ms where it was asked for a balance, or gave way
       to somebody else and has to be asked `again`. */
    asked: () => {
      state.busy = true;
      mark();
    },
    answered: (today, took, again) => {
      if (again) state.asked = null;
      if (today !== undefined) state.today = today;
      if (took) state.took = took;
      state.busy = false;
      mark();
      if (state.down && state.dirty && state.took <= SLOW) play();
      if (state.shares) draw();
    },
  };
})();
