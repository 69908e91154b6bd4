# SPDX-License-Identifier: Apache-2.0
"""The same sick-leave cases by DuckDB, from a file of (person, first, last) as 32-bit numbers.

Prints one line of JSON: the version, the cases, and the seconds of each turn without loading.
"""

import json
import sys
import time

import duckdb
import numpy

path, gap, turns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = numpy.fromfile(path, dtype="<i4").reshape(-1, 3)
frame = {"person": rows[:, 0].copy(), "first": rows[:, 1].copy(), "last": rows[:, 2].copy()}
database = duckdb.connect()
database.execute("CREATE TABLE certificate (person INTEGER, first INTEGER, last INTEGER)")
database.register("loaded", frame)
database.execute("INSERT INTO certificate SELECT person, first, last FROM loaded")
query = f"""
CREATE OR REPLACE TABLE leave_case AS
WITH marked AS (
  SELECT person, first, last,
    first - max(last) OVER (PARTITION BY person ORDER BY first, last
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) - 1 AS free
  FROM certificate
), numbered AS (
  SELECT person, first, last,
    sum(CASE WHEN free IS NULL OR free > {gap} THEN 1 ELSE 0 END)
      OVER (PARTITION BY person ORDER BY first, last ROWS UNBOUNDED PRECEDING) AS number
  FROM marked
)
SELECT person, number, min(first) AS first, max(last) AS last FROM numbered
GROUP BY person, number
"""
seconds = []
for _ in range(turns):
    start = time.perf_counter()
    database.execute(query)
    seconds.append(time.perf_counter() - start)
cases = database.execute("SELECT count(*) FROM leave_case").fetchone()[0]
print(json.dumps({"version": duckdb.__version__, "cases": cases, "seconds": seconds}))
