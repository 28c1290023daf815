"""From letting a slider go to the frame that shows the new plan, in a real browser against a real server.

The clock runs in the page: from the `pointerup` to the first frame after the last change of the plan's text, bars and
table. While the slider is dragged the page asks for plans too, as it does for people; what is still on its way when
the slider is let go counts. Beside it stands the processor time of the server and of the browser's processes, with
their animations after that frame; other work on the machine lengthens it less.
"""

from __future__ import annotations

import json
import statistics
import sys
from typing import Any

import psutil
import pytest

from tests.benchmarks.conftest import SHORT
from tests.benchmarks.partner_list import write_partner_list
from tests.serving import ARGUMENTS, Server, find_chromium, pull, read_hours

RELEASES = 3 if SHORT else 9
PATIENCE = 120_000  # ms
QUIET = 300  # ms without a change after which an answered plan counts as drawn
SIZES = [(100, 250), (1_000, 300), (10_000, 2_000)]
"""Accounts, and the milliseconds that a release should take at most."""
WATCH = """() => {
  const clock = window.release = { up: null, drawn: null, painted: null, answered: null };
  document.addEventListener('pointerup', (event) =>
    Object.assign(clock, { up: event.timeStamp, drawn: null, painted: null, answered: null }), true);
  const drawn = (changes) => {
    // what hours and the balance are worth is worked out after the plan is drawn, and drawn for itself
    const ours = changes.filter((c) => !(c.target.closest ?? (() => null)).call(c.target, '[data-later]'));
    if (clock.up === null || !ours.some((c) => c.addedNodes.length || c.type === 'characterData')) return;
    clock.drawn = performance.now();
    requestAnimationFrame(() => setTimeout(() => { clock.painted = performance.now(); }));
  };
  for (const part of ['#plan-top', '#plan-side', '.plan-grid'])
    new MutationObserver(drawn).observe(
      document.querySelector(part), { subtree: true, childList: true, characterData: true });
  const result = document.querySelector('.plan-right');
  new MutationObserver(() => { if (result.ariaBusy === 'false') clock.answered = performance.now(); })
    .observe(result, { attributes: true, attributeFilter: ['aria-busy'] });
}"""
AT_REST = f"""() => document.querySelector('.plan-right').ariaBusy === 'false' && release.answered !== null
  && performance.now() - (release.drawn ?? release.answered) > {QUIET}"""
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.plan-grid .ag-center-cols-container .ag-row')].map(
  (row) => [row.querySelector('[col-id=account] b').textContent, row.querySelector('[col-id=plan]').textContent]))"""


def spent(processes: list[psutil.Process]) -> float:
    """Processor milliseconds of some processes so far."""
    return 1e3 * sum(sum(process.cpu_times()[:2]) for process in processes if process.is_running())


def release(page: Any) -> float:
    """Let the slider go; the milliseconds until the page was drawn anew, or known to show that plan already."""
    page.mouse.up()
    page.wait_for_function(AT_REST)
    return float(page.evaluate("() => (release.painted ?? release.answered) - release.up"))


def open_list(browser: Any, server: Server, path: Any) -> Any:
    """The Plan page of an uploaded list."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}/roster")
    page.wait_for_selector("#upload input", state="attached")
    page.set_input_files("#upload input", str(path))
    page.click("#draft-use")
    page.wait_for_selector(".plan-grid .ag-row")
    page.evaluate(WATCH)
    return page


@pytest.mark.parametrize(("size", "goal"), SIZES[:1] if SHORT else SIZES)
def test_slider_release_to_redraw(benchmark: Any, tmp_path: Any, size: int, goal: int) -> None:
    from playwright.sync_api import sync_playwright

    chromium = find_chromium()
    path = tmp_path / f"clients {size}.xlsx"
    write_partner_list(path, size)
    with Server(tmp_path) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = open_list(browser, server, path)
        drawing = [one for one in psutil.Process().children(recursive=True) if "chrom" in one.name()]
        sides = {"server": [psutil.Process(server.process.pid)], "browser": drawing}
        took: list[float] = []
        cost: dict[str, list[float]] = {side: [] for side in sides}

        def released() -> None:
            at = len(took)
            pull(page, ("others", "strengths", "you")[at % 3], (60, -50, 45, -45)[at % 4], steps=10, pause=30)
            before = {side: spent(processes) for side, processes in sides.items()}
            took.append(release(page))
            for side, processes in sides.items():
                cost[side].append(spent(processes) - before[side])

        benchmark.pedantic(released, rounds=RELEASES, warmup_rounds=1)
        shown = page.evaluate(SHOWN)
        exported = json.loads(page.request.get(f"{server.url}/download/plan.json").text())
        browser.close()
    median = statistics.median(took[1:])
    both = {side: statistics.median(costs[1:]) for side, costs in cost.items()}
    words = ", ".join(f"{value:.0f} ms of {side}" for side, value in both.items())
    sys.stdout.write(
        f"\nslider release to redraw, {size:,} accounts: median {median:.0f} ms (goal: at most {goal}); {words}\n"
    )
    benchmark.extra_info[f"release, {size}"] = {"median_ms": median, "goal_ms": goal, **both}
    planned = {one["account"]: one["hours"] for one in exported["accounts"]}
    assert shown
    assert {name: read_hours(text) for name, text in shown.items()} == pytest.approx(
        {name: planned[name] for name in shown}, abs=0.05
    )
