#!/usr/bin/env bash
# follow.sh https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
url=$1 number=$2 file=$3 page='^data: (.*"cursor":"([^"]*)".*)$'
ask() { curl -sSNG --fail-with-body --keepalive-time 10 "$url" -H "authorization: Bearer ${THROUGHLINE_KEY-}" "$@"; }
ask --data-urlencode "query={ lookup(number: \"$number\") { shipments { shipment { id journey { phase } } } } }" || exit
while sleep "$((RANDOM % 3 + 1))"; do
  if [ -s "$file" ]; then after="\"$(<"$file")\""; else after=null; fi
  ask -H 'accept: text/event-stream' --data-urlencode "query=subscription { statusFeed(after: $after, filter: { numbers: [\"$number\"] }) {
    ... on FeedPage { cursor entries { id kind shipmentId } } ... on ResyncError { cursor } } }" | while IFS= read -r line; do
    if [[ $line =~ $page ]]; then echo "${BASH_REMATCH[1]}" && printf %s "${BASH_REMATCH[2]}" >"$file"; fi
  done
done
