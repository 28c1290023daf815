/* Buttons that say by an attribute what they ask for, heard wherever they stand: a line's of the Quarter page
   (`data-quarter`, JSON) and steps back and forth (`data-step`). What counts is what a button said when it was pressed:
   the table may be drawn anew under the pointer, with another line in its place or none. */
(function () {
  "use strict";
  const ASKS = {
    quarter: (said) => ["quarter-asked", { ...JSON.parse(said), at: Date.now() }],
    step: (said) => ["step", { step: said, at: Date.now() }],
  };
  const NEAR = 10; // px that a hand moves between press and release
  let pressed = null;
  const buttonOf = (event) => {
    const button = event.target.closest?.("[data-quarter], [data-step]");
    return button && !button.disabled ? button : null;
  };
  const told = (button) => Object.keys(ASKS).map((name) => [name, button.dataset[name]]).find(([, said]) => said);
  const ask = ([name, said]) => {
    const [store, data] = ASKS[name](said);
    window.dash_clientside.set_props(store, { data });
  };
  document.addEventListener("pointerdown", (event) => {
    const button = event.button === 0 ? buttonOf(event) : null;
    pressed = button && { button, said: told(button), x: event.clientX, y: event.clientY };
  }, true);
  document.addEventListener("pointercancel", () => { pressed = null; }, true);
  document.addEventListener("pointerup", (event) => { // no click comes of a button that is gone
    if (!pressed || pressed.button.isConnected) return;
    const { said, x, y } = pressed;
    pressed = null;
    if (Math.hypot(event.clientX - x, event.clientY - y) < NEAR) ask(said);
  }, true);
  document.addEventListener("click", (event) => {
    const button = buttonOf(event);
    if (button) ask(event.detail && pressed?.button === button ? pressed.said : told(button)); // by the keyboard, no detail
    pressed = null;
  });
})();
