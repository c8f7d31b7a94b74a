# follow.py https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import http.client, json, os, random, sys, time, urllib.error, urllib.request
from pathlib import Path

url, number, file = sys.argv[1], sys.argv[2], Path(sys.argv[3])
LOOKUP = "query ($number: String!) { lookup(number: $number) { shipments { shipment { id journey { phase } } } } }"
FEED = """subscription ($after: String, $numbers: [String!]) { statusFeed(after: $after, filter: { numbers: $numbers }) {
  ... on FeedPage { cursor entries { id kind shipmentId } } ... on ResyncError { cursor } } }"""

def ask(accept, query, **variables):
    key = os.environ.get("THROUGHLINE_KEY", "")
    headers = {"content-type": "application/json", "accept": accept, "authorization": f"Bearer {key}"}
    body = json.dumps({"query": query, "variables": variables}).encode()
    return urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=30)

for found in json.load(ask("application/json", LOOKUP, number=number))["data"]["lookup"]["shipments"]:
    print("shipment", found["shipment"]["id"], found["shipment"]["journey"]["phase"], flush=True)
while True:
    try:
        for line in ask("text/event-stream", FEED, numbers=[number], after=file.read_text() if file.exists() else None):
            if line.startswith(b"data: {"):
                page = json.loads(line[6:])["data"]["statusFeed"]  # after a ResyncError, look up anew
                for entry in page.get("entries", []):
                    print("entry", entry["id"], entry["kind"], entry["shipmentId"], flush=True)
                file.write_text(page["cursor"])
    except urllib.error.HTTPError:
        raise
    except (OSError, http.client.HTTPException):
        pass  # cut off: again from the last cursor
    time.sleep(random.uniform(0.5, 3))
