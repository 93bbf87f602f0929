package be.belnet.orderdesk.dns;

import java.util.List;

/** @param findings at least one, what matters most first */
public record DcvReport(List<Finding> findings) {

    public DcvReport {
        findings = List.copyOf(findings);
    }

    /** Whether the CA will find what it wants; hints may still stand beside. */
    public boolean ready() {
        return findings.stream().noneMatch(finding -> finding.kind().blocking());
    }
}
