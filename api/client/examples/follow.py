# follow.py https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import json, os, pathlib, sys, time, urllib.request as http

(url, number), file, shown = sys.argv[1:3], pathlib.Path(sys.argv[3]), None
headers = {"content-type": "application/json", "authorization": f"Bearer {os.environ.get('THROUGHLINE_KEY', '')}"}
QUERY = """query ($number: String!, $after: String) { lookup(number: $number) { shipments { shipment { id journey { phase } } } }
  changes(after: $after, filter: { numbers: [$number] }) { ... on FeedPage { cursor entries { id kind shipmentId } } ... on ResyncError { cursor message } } }"""
while not time.sleep(1):
    asked = {"query": QUERY, "variables": {"number": number, "after": file.read_text() if file.exists() else None}}
    try:
        data = json.load(http.urlopen(http.Request(url, json.dumps(asked).encode(), headers), timeout=30))["data"]
        found, page = data["lookup"]["shipments"], data["changes"]
        for line in found * (found != shown) + page.get("entries", [page]):  # a ResyncError is told in place of entries
            print(json.dumps(line), flush=True)
        shown, _ = found, file.write_text(page["cursor"])
    except Exception as error:  # cut off or refused: told, and asked again from the last cursor
        print(repr(error), file=sys.stderr)
