package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// A path and what is said of it.
///
/// @param items in the order in which they came; empty for a folder that only leads to others
/// @param below how many items lie below it
public record PathNode<T>(String path, List<T> items, int below) {

    /// Deeper folders stand in the deepest: a tree on the screen is walked by recursion.
    private static final int DEEPEST = 100;

    public PathNode {
        items = List.copyOf(items);
    }

    /// The paths of all items and the folders that lead to them, each folder before what lies in it.
    ///
    /// @param path of an item, without `/` behind it
    public static <T> List<PathNode<T>> of(List<T> items, Function<T, String> path) {
        var byPath = new TreeMap<String, List<T>>();
        var below = new HashMap<String, Integer>();
        for (var item : items) {
            var at = path.apply(item);
            byPath.computeIfAbsent(at, _ -> new ArrayList<>()).add(item);
            for (var up = folder(at); !up.isEmpty(); up = folder(up)) {
                below.merge(up, 1, Integer::sum);
                byPath.computeIfAbsent(up, _ -> new ArrayList<>());
            }
        }
        var nodes = new ArrayList<PathNode<T>>(byPath.size());
        byPath.forEach(
                (at, here) -> nodes.add(new PathNode<>(at, here, below.getOrDefault(at, 0))));
        return nodes;
    }

    /// The folder of a path, empty at the top; of a path that is absurdly deep, the deepest folder that is shown.
    public static String folder(String path) {
        int end = path.lastIndexOf('/');
        int depth = 0;
        for (int i = 1; i < end; i++) {
            if (path.charAt(i) == '/' && ++depth == DEEPEST) {
                return path.substring(0, i);
            }
        }
        return end <= 0 ? "" : path.substring(0, end);
    }
}
