#!/usr/bin/env bash
# follow.sh https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
url=$1 number=$2 file=$3 cursor='"cursor":"([^"]*)"'
while sleep 1; do
  if [ -s "$file" ]; then after="\"$(<"$file")\""; else after=null; fi
  answer=$(curl -sSG --fail-with-body --max-time 30 "$url" -H "authorization: Bearer ${THROUGHLINE_KEY-}" \
    --data-urlencode "query@${0%.sh}.graphql" \
    --data-urlencode "variables={\"number\":\"$number\",\"after\":$after}")
  echo "$answer"
  if [[ $answer =~ $cursor ]]; then printf %s "${BASH_REMATCH[1]}" >"$file"; fi
done
