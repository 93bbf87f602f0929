package be.belnet.orderdesk.contract;

import java.time.LocalDate;

/**
 * The paper copies that lie at Customer Relations, earlier ones included.
 *
 * @param count 0 to 2
 * @param copy1Defect {@link CopyDefect#MISSING} when count is 0
 * @param copy2Defect {@link CopyDefect#MISSING} when count is below 2
 * @param signatoryName as printed under the signature; null while unknown
 * @param signatoryRole function of the signatory; null while unknown
 * @param receivedOn day of the latest receipt; null while nothing came
 */
public record CopiesReceived(
        int count,
        CopyDefect copy1Defect,
        CopyDefect copy2Defect,
        String signatoryName,
        String signatoryRole,
        LocalDate receivedOn) {

    /** @throws IllegalArgumentException when count is not 0 to 2 */
    public CopiesReceived {
        if (count < 0 || count > 2) {
            throw new IllegalArgumentException("A contract has two copies");
        }
        copy1Defect = count < 1 ? CopyDefect.MISSING : copy1Defect;
        copy2Defect = count < 2 ? CopyDefect.MISSING : copy2Defect;
    }

    /** Two copies without defect. */
    public boolean accepted() {
        return copy1Defect == CopyDefect.NONE && copy2Defect == CopyDefect.NONE;
    }

    /** The customer changed the text of a copy. */
    public boolean changesWanted() {
        return copy1Defect == CopyDefect.TEXT_CHANGED || copy2Defect == CopyDefect.TEXT_CHANGED;
    }

    /** A copy is missing, or wrong for another reason than a changed text. */
    public boolean otherDefects() {
        return isOther(copy1Defect) || isOther(copy2Defect);
    }

    private static boolean isOther(CopyDefect defect) {
        return defect != CopyDefect.NONE && defect != CopyDefect.TEXT_CHANGED;
    }
}
