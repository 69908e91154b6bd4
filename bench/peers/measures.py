# SPDX-License-Identifier: Apache-2.0
"""The same grouped measure by DuckDB, from a file of (unit, day, asked) as 32-bit numbers.

It is asked twice: the whole question, with the conditions of the measure and the ties that every
answer tells, and a bare `group by` of three narrow columns. Prints one line of JSON: the version,
the groups, what is counted in all of them, and the seconds of each turn without loading.
"""

import json
import sys
import time

import duckdb
import numpy

path, first, last, turns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
rows = numpy.fromfile(path, dtype="<i4").reshape(-1, 3)
frame = {
    "unit": rows[:, 0].astype("<i2"),
    "tie": numpy.zeros(len(rows), dtype="i1"),
    "day": rows[:, 1].astype("<i2"),
    # In these rows both are so of every certificate; the measure asks for them all the same.
    "counts": numpy.ones(len(rows), dtype=bool),
    "sent": numpy.ones(len(rows), dtype=bool),
    "asked": rows[:, 2].astype(bool),
}
database = duckdb.connect()
database.execute(
    """CREATE TABLE certificate (
        unit SMALLINT, tie TINYINT, day SMALLINT, counts BOOLEAN, sent BOOLEAN, asked BOOLEAN)"""
)
database.register("loaded", frame)
database.execute("INSERT INTO certificate SELECT * FROM loaded")


def ask(columns, conditions):
    """Sums up the answer, and the seconds of each turn."""
    query = f"""
    SELECT {columns}, count(*) AS among, count(*) FILTER (WHERE asked) AS those
    FROM certificate WHERE day BETWEEN {first} AND {last} {conditions} GROUP BY {columns}
    """
    seconds = []
    answer = []
    for _ in range(turns):
        start = time.perf_counter()
        answer = database.execute(query).fetchall()
        seconds.append(time.perf_counter() - start)
    return answer, seconds


answer, seconds = ask("unit, tie", "AND counts AND sent")
_, bare = ask("unit", "")
print(
    json.dumps(
        {
            "version": duckdb.__version__,
            "groups": len({row[0] for row in answer}),
            "among": sum(row[-2] for row in answer),
            "those": sum(row[-1] for row in answer),
            "seconds": seconds,
            "bare": bare,
        }
    )
)
