"""The sample workbooks are understood, and their default plans are plans that a partner would keep."""

from __future__ import annotations

import pytest

from sample_workbooks import sample_names, sample_path


def test_every_sample_is_found_by_its_name() -> None:
    assert sample_names() == ("advisory_firm", "crm_export", "out_of_reach", "partner_tracker", "solo_consultant")
    assert all(sample_path(name).is_file() for name in sample_names())
    assert sample_path() == sample_path("advisory_firm.xlsx")


def test_an_unknown_sample_is_refused_with_the_known_names() -> None:
    with pytest.raises(ValueError, match=r"no sample called “nowhere”.*solo_consultant"):
        sample_path("nowhere")
