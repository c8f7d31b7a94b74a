# follow.py https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import json, os, pathlib, sys, time, urllib.request as http

url, number, file, query = *sys.argv[1:3], pathlib.Path(sys.argv[3]), open(__file__[:-2] + "graphql").read()
headers = {"content-type": "application/json", "authorization": f"Bearer {os.environ.get('THROUGHLINE_KEY', '')}"}
while not time.sleep(1):
    try:
        asked = {"query": query, "variables": {"number": number, "after": file.read_text() if file.exists() else None}}
        data = json.load(http.urlopen(http.Request(url, json.dumps(asked).encode(), headers), timeout=30))["data"]
        print(json.dumps(data), flush=True)
        file.write_text(data["changes"]["cursor"])
    except Exception as error: print(repr(error), file=sys.stderr)  # told, and asked again from the last cursor
