/* What was changed is kept before it is shown elsewhere or taken along: while a change is on its way to the server, a
   page that is opened waits for it, and so does a download. Both are made from what is kept there, and a preview of a
   change may stand on the page before that. */
(function () {
  "use strict";
  const TAKES = 'a[href^="/download/"], a[href="/print"]';
  const KEEPS = ['"final":true', "revision.data"]; // sliders that were let go; callbacks that answer with a revision, of a page or not
  const OPENS = "nav.children"; // the callback that opens a page
  const send = window.fetch.bind(window);
  let going = 0;
  const waiting = [];

  const says = (options, words) => typeof options?.body === "string" && options.body.includes(words);
  /* Whether something is on its way; a share that was moved by a key counts as let go by then. */
  const busy = () => {
    window.dash_clientside?.balance?.release();
    return going > 0;
  };
  const quiet = () => (busy() ? new Promise((go) => waiting.push(go)) : Promise.resolve());
  window.fetch = async (what, options) => {
    if (says(options, OPENS)) await quiet();
    if (!KEEPS.some((words) => says(options, words))) return send(what, options);
    going += 1;
    try {
      return await send(what, options);
    } finally {
      going -= 1;
      if (!going) waiting.splice(0).forEach((go) => go());
    }
  };

  /* What a page has changed, told to everything around it. */
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.shell = { kept: (revision) => revision ?? window.dash_clientside.no_update };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(TAKES);
    if (!link || (link.ariaBusy !== "true" && !busy())) return;
    event.preventDefault();
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    quiet().then(() => {
      link.ariaBusy = null;
      link.click();
    });
  }, true);
})();
