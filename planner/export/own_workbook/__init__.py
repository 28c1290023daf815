"""The user's own workbook, given back with something added and everything else left as it was.

The parts of the file are patched where cells are added, and copied byte for byte everywhere else: a library that
reads and writes whole workbooks would lose pictures, charts, sparklines and other things that it does not know.
"""
