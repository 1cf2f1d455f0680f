"""Đối chứng của cây — who stands above whom on one day, walked edge by edge."""


def above(rows, unit, day):
    """Pairs (ancestor, depth) of `unit` on `day`; rows are (unit, parent, start, until)."""
    found, depth, at = [], 0, unit
    while True:
        row = next(
            (
                row
                for row in rows
                if row[0] == at and row[2] <= day and (row[3] is None or day < row[3])
            ),
            None,
        )
        if depth == 0 and row is None:
            return []
        found.append((at, depth))
        if row is None or row[1] is None:
            return found
        at, depth = row[1], depth + 1
        assert at not in {unit for unit, _ in found}, f"{at} stands below itself on {day}"
