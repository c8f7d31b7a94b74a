"""Prints the days off of countries as JSON: holidays.py FOLDER VERSION YEAR... COUNTRY[-SUBDIVISION]...

FOLDER holds the unpacked packages `holidays` and what it needs.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])
import holidays  # noqa: E402

years = [int(given) for given in sys.argv[3:] if given.isdigit()]
countries = []
for given in (given for given in sys.argv[3:] if not given.isdigit()):
    country, _, subdivision = given.partition("-")
    off = {year: holidays.country_holidays(country, subdiv=subdivision or None, years=year, language="en_US") for year in years}
    countries.append({
        "country": country,
        "subdivision": subdivision or None,
        "weekend": sorted(day + 1 for day in off[years[-1]].weekend),
        "years": [
            {"year": year, "off": [[day.isoformat(), name] for day, name in sorted(days.items()) if day.year == year]}
            for year, days in off.items()
        ],
    })
print(json.dumps(countries))
