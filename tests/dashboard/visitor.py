"""A visitor of served dashboards without a browser, and a whole way through one."""

import base64
import json
import re
import urllib.request
from http.cookiejar import CookieJar

from dashboard import ids
from sample_workbooks import sample_path
from tests.dashboard.test_changes import made_from

CONTENTS = "data:;base64," + base64.b64encode(sample_path("solo_consultant").read_bytes()).decode()
OUTPUT = re.compile(r"([\w-]+)\.([\w@]+)")


class Visitor:
    """A browser without a screen: its cookies, and requests that go to each of the servers in turn."""

    def __init__(self, *servers):
        self.servers, self.turn, self.shown, self.rows = servers, 0, "", []
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.get("/")
        self.callbacks = [one for one in json.loads(self.get("/_dash-dependencies")) if not one["clientside_function"]]

    def get(self, path, body=None):
        server = self.servers[self.turn % len(self.servers)]
        self.turn += 1
        headers = {"Content-Type": "application/json"} if body else {}
        with self.opener.open(urllib.request.Request(server.url + path, body, headers), timeout=600) as answer:
            return answer.read()

    def call(self, component, prop, values, says):
        """What the callback answers that listens to a property and says something of `says`."""
        at = lambda one: (one["id"], one["property"])  # noqa: E731
        listening = [one for one in self.callbacks if (component, prop) in map(at, one["inputs"])]
        found = next(one for one in listening if f"{says}.data" in one["output"])
        outputs = [{"id": match[1], "property": match[2]} for match in OUTPUT.finditer(found["output"])]
        body = {
            "output": found["output"],
            "outputs": outputs if found["output"].startswith("..") else outputs[0],
            "inputs": [one | {"value": values.get(at(one))} for one in found["inputs"]],
            "state": [one | {"value": values.get(at(one))} for one in found["state"]],
            "changedPropIds": [f"{component}.{prop}"],
        }
        answer = self.get("/_dash-update-component", json.dumps(body).encode())
        return json.loads(answer)["response"]

    def change(self, component, prop, values):
        """The revision that a change leads to, then the page that follows it."""
        answer = self.call(component, prop, values, ids.REVISION)
        return next(answer[name]["data"] for name in (ids.PAGE_REVISION, ids.REVISION) if name in answer), self.follow()

    def follow(self, **asked):
        """The plan that the page shows next, and the rows of its table, made from those before."""
        answer = json.loads(self.get(ids.FOLLOW, json.dumps({**asked, "shown": self.shown}).encode()))
        self.shown = answer["token"]
        self.rows = made_from(self.rows, answer.pop("table"))
        return answer, self.rows

    def exported(self):
        document = json.loads(self.get("/download/plan.json"))
        return {part: document[part] for part in ("settings", "balance", "accounts", "binding", "warnings")}


def whole_way(visitor):
    """Upload, sliders, hours, a fixed account, a rating, undo, export: every answer on the way."""
    upload = {(ids.UPLOAD, "contents"): [CONTENTS], (ids.UPLOAD, "filename"): ["mine.xlsx"]}
    yield visitor.change(ids.UPLOAD, "contents", upload)
    yield visitor.change(ids.DRAFT_USE, "n_clicks", {(ids.DRAFT_USE, "n_clicks"): 1})
    for shares, final in (([30, 30, 40], False), ([45, 25, 30], False), ([50, 20, 30], True)):
        yield visitor.follow(shares=shares, final=final)
    yield visitor.change(ids.HOURS, "value", {(ids.HOURS, "value"): 90})
    account = visitor.rows[0]["account"]
    typed = [{"colId": "plan", "data": {"account": account, "plan": 6.5}}]
    yield visitor.change(ids.PLAN_GRID, "cellValueChanged", {(ids.PLAN_GRID, "cellValueChanged"): typed})
    rated = {"accounts": [int(visitor.rows[1]["id"])], "fact": "others", "value": "5", "by": "", "turn": 1}
    yield visitor.change(ids.CLIENTS_EDIT, "data", {(ids.CLIENTS_EDIT, "data"): rated})
    yield visitor.exported()
    yield visitor.change(ids.STEP, "data", {(ids.STEP, "data"): {"step": "undo"}})
    yield visitor.exported()
