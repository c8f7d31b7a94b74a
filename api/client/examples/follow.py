# follow.py https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import http.client, json, os, pathlib, sys, time, urllib.error, urllib.request

url, number, file, shown = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), []
headers = {"content-type": "application/json", "authorization": f"Bearer {os.environ.get('THROUGHLINE_KEY', '')}"}
QUERY = """query ($number: String!, $after: String) { lookup(number: $number) { shipments { shipment { id journey { phase } } } }
  changes(after: $after, filter: { numbers: [$number] }) { ... on FeedPage { cursor entries { id kind shipmentId } } ... on ResyncError { cursor message } } }"""
while True:
    asked = {"query": QUERY, "variables": {"number": number, "after": file.read_text() if file.exists() else None}}
    try:
        answer = json.load(urllib.request.urlopen(urllib.request.Request(url, json.dumps(asked).encode(), headers), timeout=30))
        found, page = answer["data"]["lookup"]["shipments"], answer["data"]["changes"]
        for line in ([] if found == shown else found) + page.get("entries", [page]):  # a ResyncError is told in place of entries
            print(json.dumps(line), flush=True)
        shown, _ = found, file.write_text(page["cursor"])
    except urllib.error.HTTPError as refusal:
        sys.exit(f"{refusal} {refusal.read().decode()}")
    except (OSError, http.client.HTTPException, ValueError):
        pass  # cut off: again from the last cursor
    except TypeError:
        sys.exit(json.dumps(answer["errors"]))
    time.sleep(1)
