package be.belnet.orderdesk.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/** Asks validating resolvers, one after the other until one knows, and all once more when none says anything. Keeps nothing: each answer is of now. */
class Resolvers {
    private static final Logger LOG = LoggerFactory.getLogger(Resolvers.class);

    private final List<InetSocketAddress> servers;
    private final Duration tryFor;

    Resolvers(List<InetSocketAddress> servers, Duration tryFor) {
        this.servers = servers;
        this.tryFor = tryFor;
    }

    /**
     * All records of the answer, aliases on the way among them; empty where there are none or the name does not exist.
     *
     * @throws UnansweredException with what is wrong: signatures, when the name is known as soon as nobody checks them
     */
    List<Record> ask(String name, int type, Deadline deadline) throws UnansweredException {
        var reply = reply(name, type, true, deadline);
        if (reply.isSilence()) {
            reply = reply(name, type, true, deadline);
        }
        if (reply.answer() != null) {
            return reply.answer().getSection(Section.ANSWER);
        }
        var signedWrongly = reply.failed() && reply(name, type, false, deadline).answer() != null;
        throw new UnansweredException(signedWrongly ? FindingKind.DNSSEC_FAILURE : FindingKind.NO_ANSWER, name);
    }

    /** The first answer that tells something, be it that there is nothing. */
    private Reply reply(String name, int type, boolean checked, Deadline deadline) {
        var failed = false;
        for (var server : servers) {
            if (deadline.isOver()) {
                break;
            }
            try {
                var answer = send(server, query(name, type, checked), deadline);
                if (answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN) {
                    return new Reply(answer, failed);
                }
                failed |= answer.getRcode() == Rcode.SERVFAIL;
            } catch (IOException silent) {
                LOG.debug("{} says nothing about {}", server, name, silent);
            }
        }
        return new Reply(null, failed);
    }

    private Message send(InetSocketAddress server, Message query, Deadline deadline) throws IOException {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(deadline.atMost(tryFor));
        return resolver.send(query);
    }

    private static Message query(String name, int type, boolean checked) throws IOException {
        var query = Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
        if (!checked) {
            query.getHeader().setFlag(Flags.CD);
        }
        return query;
    }

    /**
     * @param answer null where nobody knows
     * @param failed whether somebody tried to find out and could not
     */
    private record Reply(Message answer, boolean failed) {

        boolean isSilence() {
            return answer == null && !failed;
        }
    }
}
