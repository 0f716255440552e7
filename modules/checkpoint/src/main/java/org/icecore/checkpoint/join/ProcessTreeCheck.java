package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Defect;

/// Says where a process tree is none that a kernel can have had. It is shown as it is written nevertheless: nothing is left
/// out or put right.
record ProcessTreeCheck(TaskTree tasks, Consumer<Defect> defects) {

    void run() {
        var threads = new HashMap<Pid, Pid>();
        for (var task : tasks.all()) {
            if (task.pid().value() <= 0) {
                tell(
                        task,
                        "a task has the pid %d, which no kernel gives"
                                .formatted(number(task.pid())));
            }
            task.parent().ifPresent(parent -> checkParent(task, parent));
            checkThreads(task, threads);
        }
        circles();
    }

    private void checkParent(Task task, Pid listed) {
        var parent = number(listed);
        if (listed.equals(task.pid())) {
            tell(task, "task %d is listed as its own parent; shown at the top".formatted(parent));
        } else if (parent < 0) {
            tell(
                    task,
                    "the parent of task %d is %d, which is no pid; shown at the top"
                            .formatted(number(task.pid()), parent));
        } else if (parent != 0 && tasks.find(listed).isEmpty()) {
            tell(
                    task,
                    "the parent of task %d is task %d, which is not listed; shown at the top"
                            .formatted(number(task.pid()), parent));
        }
    }

    private void checkThreads(Task task, Map<Pid, Pid> owners) {
        for (var thread : task.threads()) {
            var tid = thread.tid();
            boolean leader = tid.equals(task.pid());
            if (!leader && tid.value() <= 0) {
                tell(
                        task,
                        "task %d lists thread %d, which no kernel has"
                                .formatted(number(task.pid()), number(tid)));
            }
            if (!leader && tasks.find(tid).isPresent()) {
                tell(
                        task,
                        "task %d lists thread %d, which is a task of its own; what is known of it is shown with both"
                                .formatted(number(task.pid()), number(tid)));
            }
            var other = owners.putIfAbsent(tid, task.pid());
            if (other != null && !leader && !other.equals(task.pid()) && !other.equals(tid)) {
                tell(
                        task,
                        "tasks %d and %d both list thread %d; it is shown with both"
                                .formatted(number(other), number(task.pid()), number(tid)));
            }
        }
    }

    /// Each circle once, at the task that the tree shows at the top.
    private void circles() {
        for (var root : tasks.roots()) {
            if (parent(root).filter(top -> !top.pid().equals(root.pid())).isPresent()) {
                var members = new StringBuilder().append(number(root.pid()));
                var met = new HashSet<Pid>();
                met.add(root.pid());
                var next = parent(root);
                int count = 1;
                while (next.isPresent() && met.add(next.get().pid())) {
                    if (count++ < MOST_NAMED) {
                        members.append(", ").append(number(next.get().pid()));
                    }
                    next = next.flatMap(this::parent);
                }
                tell(
                        root,
                        "the parents of %d tasks lead in a circle (%s%s); task %d is shown at the top"
                                .formatted(
                                        count,
                                        members,
                                        count > MOST_NAMED ? ", ..." : "",
                                        number(root.pid())));
            }
        }
    }

    private Optional<Task> parent(Task task) {
        return task.parent().flatMap(tasks::find);
    }

    private static final int MOST_NAMED = 10;

    private static int number(Pid pid) {
        return pid.value();
    }

    private void tell(Task task, String text) {
        defects.accept(new Defect(task.at(), text));
    }
}
