"""Which accounts are proposed as the same, and how many of them are named."""

from planner.roster.duplicates import few_named
from tests.readers.make import csv_roster


def test_a_website_that_many_accounts_share_says_nothing():
    shared = "".join(
        f"Shop {name},https://market.example/{name}\n" for name in ("Tern", "Vale", "Moor", "Fell", "Dale")
    )
    assert csv_roster(f"Account,Website\n{shared}").duplicates == ()
    two = "Account,Website\nNorth Star,https://star.example\nPole Ltd,https://star.example\nVale,https://vale.example\n"
    assert [one.accounts for one in csv_roster(two).duplicates] == [("North Star", "Pole Ltd")]


def test_pages_of_one_host_are_websites_of_their_own():
    """Small firms without a website of their own, in lists for outreach: a page on a platform stands for it."""
    pages = "North,https://pages.example/north\nPole,https://www.pages.example/pole/\n"
    assert csv_roster(f"Account,Website\n{pages}").duplicates == ()
    same = f"{pages}Northern Lights,http://pages.example/north/\n"
    assert [one.accounts for one in csv_roster(f"Account,Website\n{same}").duplicates] == [("North", "Northern Lights")]


def test_the_same_words_in_another_order_or_of_a_group_are_proposed():
    names = "Account\nBäckerei Brock\nDunbar Hotels\nAcme Group\nBrock Bäckerei\nDunbar Hotels Group\nAcme Holding\n"
    found = {one.accounts for one in csv_roster(names).duplicates}
    assert found == {("Bäckerei Brock", "Brock Bäckerei"), ("Dunbar Hotels", "Dunbar Hotels Group")}


def test_of_a_large_group_only_the_first_are_named():
    assert few_named(["a", "b", "c", "d", "e"]) == ["a", "b", "c", "d", "e"]
    assert few_named(["a", "b", "c", "d", "e", "f"]) == ["a", "b", "c", "d", "2 more"]
