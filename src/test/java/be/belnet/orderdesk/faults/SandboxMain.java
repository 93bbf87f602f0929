package be.belnet.orderdesk.faults;

import be.belnet.sandbox.SandboxApplication;

/** The sandbox of the fault suite, as it is. */
public final class SandboxMain {
    private SandboxMain() {}

    public static void main(String[] arguments) {
        ChildProcess.endWithParent();
        SandboxApplication.start(arguments);
    }
}
