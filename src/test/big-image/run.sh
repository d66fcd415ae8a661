#!/usr/bin/env bash
# Builds an image of several gigabytes with a small heap, and pushes it to a registry of this machine: once by way of
# the image layout, once without. Prints what disk and memory it took at most; fails where the disk is more than the
# image and a tenth. The plugin must be installed in the local repository: ./mvnw -q -ntp -DskipTests install
#
#   src/test/big-image/run.sh FOLDER [GIGABYTES] [LAYERS]
#
# FOLDER is made and gets all files, about three times the image; what the script put there is deleted at the end.
# It takes 8 gigabytes in 4 layers unless it is told otherwise.
#
#   HEAP=256m         the heap of Maven
#   MAVEN=./mvnw      the Maven that is run
#   MAVEN_ARGS=''     what it is told besides, such as -Dmaven.repo.local=FOLDER
#
# Needs Linux, GNU time in /usr/bin, curl, and docker-registry, the program of the distribution project.
set -euo pipefail

if (($# < 1 || $# > 3)); then
  sed -n '2,/^set /s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
root=$(cd "$(dirname "$0")/../../.." && pwd)
gigabytes=${2:-8}
layers=${3:-4}
heap=${HEAP:-256m}
maven=${MAVEN:-$root/mvnw}
read -r -a maven_args <<<"${MAVEN_ARGS:-}"
unset MAVEN_ARGS # Maven 3.9 would read it once more
bytes=$((gigabytes * 1000 * 1000 * 1000))

mkdir -p "$1"
work=$(mktemp -d "$(cd "$1" && pwd)/big-image.XXXXXX")
registry_pid=
sampler_pid=

# ends a process of ours and waits until it is gone
end() {
  if [[ -n $1 ]]; then
    kill "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
  fi
}

clean() {
  end "$sampler_pid"
  end "$registry_pid"
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM

free=$(df --output=avail --block-size=1 "$work" | tail -1)
# the files, the store and the registry's own copy
if ((free < bytes / 10 * 32)); then
  echo "$1 has $((free / 1000000)) MB free; $((bytes / 10 * 32 / 1000000)) MB are needed" >&2
  exit 2
fi

# a port that nobody listens on
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

start_registry() {
  port=$(free_port)
  cat >"$work/registry.yml" <<YAML
version: 0.1
log: {accesslog: {disabled: true}, level: error}
storage: {filesystem: {rootdirectory: '$work/registry'}}
http: {addr: '127.0.0.1:$port'}
YAML
  docker-registry serve "$work/registry.yml" >"$work/registry.log" 2>&1 &
  registry_pid=$!
  for _ in {1..100}; do
    curl -fs -o "$work/answer" "http://127.0.0.1:$port/v2/" && return
    sleep 0.1
  done
  cat "$work/registry.log" >&2
  return 1
}

# bytes that no compression makes smaller, for each layer in files of 256 MB at most
make_files() {
  local layer part left size
  for ((layer = 1; layer <= layers; layer++)); do
    mkdir -p "$work/project/big-$layer"
    left=$((bytes / layers))
    for ((part = 1; left > 0; part++)); do
      size=$((left < 256000000 ? left : 256000000))
      head -c "$size" /dev/urandom >"$work/project/big-$layer/part-$part"
      left=$((left - size))
    done
  done
}

make_project() {
  local version layer paths=
  version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml" | head -1)
  for ((layer = 1; layer <= layers; layer++)); do
    paths+="<path><from>big-$layer</from><into>/data/big-$layer</into><layer>big-$layer</layer></path>"
  done
  mkdir -p "$work/project/src/main/java/com/example"
  cat >"$work/project/src/main/java/com/example/Big.java" <<'JAVA'
package com.example;

public final class Big {
    public static void main(String[] arguments) {
        System.out.println("big");
    }
}
JAVA
  cat >"$work/project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>big</artifactId>
  <version>1.0.0</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.layered</groupId>
        <artifactId>layered-maven-plugin</artifactId>
        <version>$version</version>
        <executions><execution><goals><goal>build</goal></goals></execution></executions>
        <configuration>
          <from><image>scratch</image></from>
          <extraDirectories><paths>$paths</paths></extraDirectories>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
POM
}

# bytes on the disk of the store, of target/ and of temporary files, each hard link once
disk_used() {
  du -sc --block-size=1 "$work/store" "$work/project/target" "$work/tmp" 2>/dev/null | tail -1 | cut -f1
}

sample() {
  local now peak=0
  while true; do
    now=$(disk_used)
    if ((now > peak)); then
      peak=$now
      # by rename, for this may be ended at any moment
      echo "$peak" >"$work/peak.new"
      mv "$work/peak.new" "$work/peak"
    fi
    sleep 0.5
  done
}

# bytes of the config and the layers that the registry has; awk's own print would round them
image_size() {
  curl -fs -H 'Accept: application/vnd.oci.image.manifest.v1+json' \
    "http://127.0.0.1:$port/v2/big/manifests/1.0" |
    grep -o '"size": *[0-9]*' | sed 's/.*[: ]//' | awk '{ sum += $1 } END { printf "%.0f", sum }'
}

megabytes() {
  awk -v bytes="$1" 'BEGIN { printf "%.0f MB", bytes / 1000000 }'
}

# builds and pushes with empty store, target and registry, and adds a line to the table
measure() {
  local name=$1 layout=$2
  rm -rf "$work/store" "$work/project/target" "$work/tmp" "$work/registry"
  mkdir -p "$work/store" "$work/project/target" "$work/tmp"
  start_registry
  echo 0 >"$work/peak"
  sample &
  sampler_pid=$!
  MAVEN_OPTS="-Xmx$heap -Djava.io.tmpdir=$work/tmp" /usr/bin/time -f '%e %M' -o "$work/time" \
    "$maven" "${maven_args[@]}" -B -ntp -f "$work/project/pom.xml" package layered:push \
    -Dlayered.layout="$layout" -Dlayered.cache="$work/store" \
    -Dlayered.to.image="127.0.0.1:$port/big:1.0"
  end "$sampler_pid"
  sampler_pid=
  local image after peak seconds memory number
  image=$(image_size)
  after=$(disk_used)
  peak=$(cat "$work/peak")
  ((peak > after)) || peak=$after
  read -r seconds memory <"$work/time"
  end "$registry_pid"
  registry_pid=
  printf '| %s | %s | %s | %s | %s | %s | %.0f s |\n' "$name" "$(megabytes "$image")" "$(megabytes "$peak")" \
    "$(awk -v a="$peak" -v b="$image" 'BEGIN { printf "%.3f", a / b }')" "$(megabytes "$after")" \
    "$(megabytes $((memory * 1024)))" "$seconds" >>"$work/table"
  # a number that is none must not pass for little: a fault in (( )) counts as false
  for number in "$image" "$peak"; do
    [[ $number =~ ^[1-9][0-9]*$ ]] || { echo "no number of bytes: '$number'" >&2; exit 1; }
  done
  if ((image < bytes)); then
    echo "the registry has only $image of $bytes bytes" >&2
    exit 1
  fi
  if ((peak * 10 > image * 11)); then
    tooMuch+=("$name")
  fi
}

tooMuch=()
make_files
make_project
measure 'with a layout' always
measure 'without' never

echo
echo '| push | image | disk at most | disk / image | disk after | memory at most | time |'
echo '|---|---|---|---|---|---|---|'
cat "$work/table"
if ((${#tooMuch[@]} > 0)); then
  echo "more disk than the image and a tenth: ${tooMuch[*]}" >&2
  exit 1
fi
