/* Tabs of one visitor. What is changed in one is followed by the others, in those out of sight as soon as they are seen;
   another list, or a page that does not follow by itself, is opened anew. */
(function () {
  "use strict";
  const AS_OPENED = ".export-main, #understood";
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("portfolio-changes") : null;
  let waiting = null; // a revision that another tab told
  let taken = null; // the last of them that was followed
  let following = false; // whether the page does so just now
  let name = null;
  const set = (...all) => window.dash_clientside.set_props(...all);
  const reopen = () => set("where", { pathname: window.location.pathname });
  const follow = () => {
    if (waiting === null || document.visibilityState !== "visible") return;
    taken = waiting;
    waiting = null;
    following = true;
    set("revision", { data: taken });
    if (document.querySelector(AS_OPENED)) reopen();
  };
  channel?.addEventListener("message", ({ data }) => { waiting = data; follow(); });
  document.addEventListener("visibilitychange", follow);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.tabs = {
    changed: (revision) => {
      if (revision !== taken) channel?.postMessage(revision);
      return window.dash_clientside.no_update;
    },
    /* The sliders are saved without a revision that the page would see. */
    played: () => channel?.postMessage(Date.now()),
    named: (children) => {
      const now = JSON.stringify(children);
      const another = following && name !== null && now !== name;
      name = now;
      following = false;
      if (another) reopen();
      return window.dash_clientside.no_update;
    },
  };
})();
