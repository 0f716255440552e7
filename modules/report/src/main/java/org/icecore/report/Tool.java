package org.icecore.report;

/// The program that made a report, so that its work can be repeated.
public record Tool(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
