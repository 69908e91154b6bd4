# SPDX-License-Identifier: Apache-2.0
"""The same grouped measure by DuckDB, from a file of (unit, day, asked) as 32-bit numbers.

Prints one line of JSON: the version, the groups, what is counted in all of them, and the seconds
of each turn without loading.
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
    "day": rows[:, 1].astype("<i2"),
    "asked": rows[:, 2].astype(bool),
}
database = duckdb.connect()
database.execute("CREATE TABLE certificate (unit SMALLINT, day SMALLINT, asked BOOLEAN)")
database.register("loaded", frame)
database.execute("INSERT INTO certificate SELECT unit, day, asked FROM loaded")
query = f"""
SELECT unit, count(*) AS among, count(*) FILTER (WHERE asked) AS those
FROM certificate WHERE day BETWEEN {first} AND {last} GROUP BY unit ORDER BY unit
"""
seconds = []
answer = []
for _ in range(turns):
    start = time.perf_counter()
    answer = database.execute(query).fetchall()
    seconds.append(time.perf_counter() - start)
print(
    json.dumps(
        {
            "version": duckdb.__version__,
            "groups": len(answer),
            "among": sum(row[1] for row in answer),
            "those": sum(row[2] for row in answer),
            "seconds": seconds,
        }
    )
)
