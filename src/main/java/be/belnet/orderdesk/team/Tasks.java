package be.belnet.orderdesk.team;

import be.belnet.orderdesk.team.Work.OpenWork;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Open tasks of people. */
public interface Tasks {
    /** Those somebody has, and those a substitute has for them; by order. */
    List<OpenWork> of(String user);

    /** Those somebody has that should be done before a moment and wait for nobody outside; soonest first. */
    List<DueTask> due(String user, Instant before);

    /** How many of these groups' tasks nobody has, and should be done before a moment. */
    long unclaimedDue(Collection<String> groups, Instant before);

    /** In the caller's transaction. */
    void give(OpenWork task, String user);

    /** Lets running processes name another account manager for the tasks to come; in the caller's transaction. */
    void rename(String formerAccountManager, String accountManager);
}
