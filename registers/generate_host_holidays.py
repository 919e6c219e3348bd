"""Writes registers/holidays_host.csv: the public holidays of the countries (and, in federations, of the regions) that host a mission.

Run when the years or the missions change:
    pip install holidays==0.109
    python3 registers/generate_host_holidays.py

Every row names its source. A country the package does not know gets one row of kind `absent` per year, so that the gap is
listed by `elshi registers check` and never looks like a year without holidays.
"""

import csv
import pathlib

import holidays

YEARS = (2026, 2027)
SOURCE = f"PyPI holidays {holidays.__version__} (MIT)"
HERE = pathlib.Path(__file__).parent
# The region of a mission's city, where the package knows regions and they differ (ISO 3166-2 parts as the package names them).
REGIONS = {
    "berlin": "BE", "frankfurt": "HE", "munich": "BY", "vienna": "9", "bern": "BE", "madrid": "MD", "london": "ENG",
    "canberra": "ACT", "ottawa": "ON", "toronto": "ON", "brasilia": "DF", "kualalumpur": "14", "delhi": "DL", "mumbai": "MH",
    "sarajevo": "BIH", "strasbourg": "GES", "kazan": "TA",
}


def days(country, region):
    try:
        found = holidays.country_holidays(country, subdiv=region, years=YEARS, language="en_US", expand=False)
    except NotImplementedError:
        try:
            found = holidays.country_holidays(country, years=YEARS, expand=False)
        except NotImplementedError:
            return None
    return {day: name for day, name in found.items() if day.year in YEARS}


def mark(name):
    # Days that follow the moon are estimates until they are announced.
    return "no" if "estimated" in name.lower() else "partly"


def rows():
    with open(HERE / "missions.csv", encoding="utf-8", newline="") as file:
        missions = list(csv.DictReader(file))
    for country in sorted({m["country"] for m in missions}):
        national = days(country, None)
        if national is None:
            for year in YEARS:
                yield [f"{year}-01-01", country, "", "absent", "holidays of the host are not known", SOURCE + ": country absent", "no"]
            continue
        for day, name in sorted(national.items()):
            yield [day.isoformat(), country, "", "holiday", name, SOURCE, mark(name)]
        for year in YEARS:
            if not any(day.year == year for day in national):
                # Ukraine: the package knows no days off under martial law.
                yield [f"{year}-01-01", country, "", "absent", "the package names no days off in this year", SOURCE, "partly"]
        for mission in sorted(m["id"] for m in missions if m["country"] == country):
            region = REGIONS.get(mission)
            if region is None:
                continue
            for day, name in sorted(days(country, region).items()):
                if day not in national:
                    yield [day.isoformat(), country, mission, "holiday", name, f"{SOURCE}, region {region}", mark(name)]


with open(HERE / "holidays_host.csv", "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["date", "country", "mission", "kind", "name", "source", "verified"])
    out.writerows(rows())
