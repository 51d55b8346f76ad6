#!/usr/bin/env bash
# 200 cases of one world in one process, beside five starts of `simulate`: run it from the repository after a Release build.
set -euo pipefail
samarkand=${SAMARKAND:-src/Samarkand.Cli/bin/Release/net10.0/samarkand}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for k in $(seq 100 299); do
    sed '/^expected:/,$d' cases/west-russia-cut.yaml | sed "s/factor: inf/factor: ${k:0:1}.${k:1}5/" > "$folder/case-$k.yaml"
done

five() { for _ in 1 2 3 4 5; do "$samarkand" simulate "$folder/case-100.yaml" --format csv; done; }
batch() { "$samarkand" batch "$folder" --format csv; }
grid() { "$samarkand" batch cases/west-russia-cut.yaml --vary package.0.factor=1.05:3.04:0.01 --format csv; }
flagship() { "$samarkand" batch cases/samarkand-2022.yaml --vary package.0.coverage=0.005:1:0.005 --format csv; }

lscpu | grep -E '^(Model name|CPU\(s\))'
TIMEFORMAT='%R s, %U s of processor time'
for what in five batch grid flagship; do
    for _ in 1 2 3; do
        printf '%-9s' "$what"
        { time $what > "$folder/$what.csv" 2> /dev/null; } 2>&1
    done
done
wc -l < "$folder/batch.csv" | xargs echo rows:
