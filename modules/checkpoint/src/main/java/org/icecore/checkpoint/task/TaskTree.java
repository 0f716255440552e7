package org.icecore.checkpoint.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tasks of a checkpoint and who started whom.
///
/// A task whose parent is not in the checkpoint stands at the top, and so does one task of each cycle that a
/// hostile image may hold: every task appears exactly once.
public final class TaskTree {

    private final Map<Pid, Task> tasks;
    private final List<Task> all;
    private final Map<Pid, List<Task>> children;
    private final List<Task> roots;

    private TaskTree(Map<Pid, Task> tasks, Map<Pid, List<Task>> children, List<Task> roots) {
        this.tasks = tasks;
        this.all = List.copyOf(tasks.values());
        this.children = children;
        this.roots = roots;
    }

    /// The tree of tasks with distinct pids, in the order of the image.
    public static TaskTree of(Collection<Task> tasks) {
        var byPid = new LinkedHashMap<Pid, Task>();
        tasks.forEach(task -> byPid.putIfAbsent(task.pid(), task));
        var children = new LinkedHashMap<Pid, List<Task>>();
        var roots = new ArrayList<Task>();
        for (var task : byPid.values()) {
            task.parent()
                    .filter(parent -> byPid.containsKey(parent) && !parent.equals(task.pid()))
                    .ifPresentOrElse(
                            parent ->
                                    children.computeIfAbsent(parent, _ -> new ArrayList<>())
                                            .add(task),
                            () -> roots.add(task));
        }
        breakCycles(byPid, children, roots);
        return new TaskTree(byPid, children, List.copyOf(roots));
    }

    /// Whether the process tree lists them all; not if some are known by other images alone, or none is.
    public boolean isWhole() {
        return !all.isEmpty() && all.stream().allMatch(task -> task.kin().found().isPresent());
    }

    private static void breakCycles(
            Map<Pid, Task> tasks, Map<Pid, List<Task>> children, List<Task> roots) {
        var reached = new HashSet<Pid>();
        roots.forEach(root -> reach(root, children, reached));
        for (var task : tasks.values()) {
            if (!reached.contains(task.pid())) {
                var top = onCycle(task, tasks);
                children.get(top.parent().orElseThrow())
                        .removeIf(child -> child.pid().equals(top.pid()));
                roots.add(top);
                reach(top, children, reached);
            }
        }
    }

    /// The first task that is met again on the way up from one that no root leads to: a task of the cycle itself, not
    /// one that hangs below it.
    private static Task onCycle(Task from, Map<Pid, Task> tasks) {
        var met = new HashSet<Pid>();
        var task = from;
        while (met.add(task.pid())) {
            task = tasks.get(task.parent().orElseThrow());
        }
        return task;
    }

    private static void reach(Task from, Map<Pid, List<Task>> children, Set<Pid> reached) {
        var open = new ArrayList<Task>();
        open.add(from);
        while (!open.isEmpty()) {
            var task = open.removeLast();
            if (reached.add(task.pid())) {
                open.addAll(children.getOrDefault(task.pid(), List.of()));
            }
        }
    }

    /// All tasks, in the order of the image.
    public List<Task> all() {
        return all;
    }

    /// The task of that pid.
    public Optional<Task> find(Pid pid) {
        return Optional.ofNullable(tasks.get(pid));
    }

    /// The tasks at the top.
    public List<Task> roots() {
        return roots;
    }

    /// The tasks that `task` started, in the order of the image.
    public List<Task> children(Task task) {
        return List.copyOf(children.getOrDefault(task.pid(), List.of()));
    }

    /// Number of tasks.
    public int size() {
        return tasks.size();
    }
}
