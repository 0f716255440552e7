#!/bin/sh
# Says in one line what this machine lacks, before Maven or a test finds out in fifty. Called by ./mvnw with its arguments.
set -eu

needed=25
HOME=${HOME-}

# Whether the JDK in $1 can compile us; its `release` file says which it is.
suits() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge "$needed" ]
}

# Where maven-toolchains-plugin looks.
jdk_found() {
    for jdk in "${JAVA_HOME-}" "${JDK_HOME-}" "${JAVA25_HOME-}" \
        /usr/lib/jvm/* /usr/java/* /usr/jdk/* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* "$HOME"/.gradle/jdks/* \
        "$HOME"/.jbang/cache/jdks/* "$HOME"/.jabba/jdk/* "$HOME"/.asdf/installs/java/* "$HOME"/.jenv/versions/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if suits "$jdk"; then
            return 0
        fi
    done
    # A toolchains.xml can name any folder; Maven judges it.
    if [ -r "$HOME/.m2/toolchains.xml" ]; then
        return 0
    fi
    java -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p' | {
        read -r version && [ "$version" -ge "$needed" ]
    }
}

# Whether these arguments run the tests that start a toolkit.
runs_tests() {
    tests=no
    for argument; do
        case $argument in
            test | package | verify | install | deploy) tests=yes ;;
            -pl | --projects | -pl=* | --projects=* | -DskipTests* | -Dmaven.test.skip*) return 1 ;;
        esac
    done
    [ "$tests" = yes ]
}

library_found() {
    PATH=$PATH:/sbin:/usr/sbin
    if ! command -v ldconfig >/dev/null; then
        return 0
    fi
    ldconfig -p | grep -q "$1"
}

if ! jdk_found; then
    echo "Icecore needs JDK $needed to build and found none: install one (apt install openjdk-$needed-jdk, or https://adoptium.net) beside the Java you have." >&2
    exit 1
fi

# Without it JavaFX prints a trace and hangs.
if [ "$(uname)" = Linux ] && runs_tests "$@" && ! library_found 'libpangoft2-1\.0\.so\.0'; then
    echo "The tests of the window need a system library that is missing: apt install libpangoft2-1.0-0 (or leave them out with -DskipTests)." >&2
    exit 1
fi
