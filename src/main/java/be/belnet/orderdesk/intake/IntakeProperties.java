package be.belnet.orderdesk.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the mail intake; application.yaml says what each is for.
 *
 * @param host empty where no mail box is read
 * @param atMostOld mails that were in the box before are left alone
 * @param largest of a mail beyond it only the beginning is read
 * @param perRound mails looked at in one round
 * @param perSender mails taken of one sender in a day
 * @param attempts at one mail; after them a person must look
 */
@Validated
@ConfigurationProperties("orderdesk.intake")
record IntakeProperties(
        @NotNull String host,
        @Positive int port,
        @NotNull Encryption encryption,
        @NotNull String user,
        @NotNull String password,
        @NotBlank String folder,
        @NotNull Duration interval,
        @NotNull Duration atMostOld,
        @NotNull DataSize largest,
        @Positive int perRound,
        @Positive int perSender,
        @Positive int attempts,
        @NotNull Duration pause) {

    /** How the connection to the mail server is kept secret. */
    enum Encryption {
        /** Not at all; for a server on this machine. */
        NONE,
        /** From the first byte on. */
        TLS,
        /** After a greeting in the open, or not at all where the server cannot: the connection is given up then. */
        STARTTLS
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "IntakeProperties[host=%s, port=%d, encryption=%s, user=%s]".formatted(host, port, encryption, user);
    }

    boolean isOff() {
        return host.isBlank();
    }

    /** The box as rows name it. */
    String box() {
        return "%s@%s/%s".formatted(user, host, folder);
    }
}
