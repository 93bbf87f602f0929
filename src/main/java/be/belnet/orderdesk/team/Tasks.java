package be.belnet.orderdesk.team;

import be.belnet.orderdesk.team.Work.OpenWork;
import java.util.List;

/** Open tasks of people. */
public interface Tasks {
    /** Those somebody has, and those a substitute has for them; by order. */
    List<OpenWork> of(String user);

    /** In the caller's transaction. */
    void give(OpenWork task, String user);

    /** Lets running processes name another account manager for the tasks to come; in the caller's transaction. */
    void rename(String formerAccountManager, String accountManager);
}
