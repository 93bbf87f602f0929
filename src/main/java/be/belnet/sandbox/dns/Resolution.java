package be.belnet.sandbox.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a validating resolver answers that sees these zones and nothing else of the world. */
@Component
class Resolution {
    static final int LARGEST_UDP = 4096;

    private static final long WEEK = 604_800;
    private static final long NEGATIVE_TTL = 60;
    private static final int LONGEST_CHAIN = 16;
    private static final String FIRST_ALIAS = "alias-1.";
    private static final String LAST_ALIAS = "alias-2.";

    private final Zones zones;

    Resolution(Zones zones) {
        this.zones = zones;
    }

    /** Empty where no answer comes. */
    Optional<Message> answer(Message query) throws IOException {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        copy(Flags.RD, query, answer);
        copy(Flags.CD, query, answer);
        var question = query.getQuestion();
        if (question == null || query.getHeader().getOpcode() != Opcode.QUERY) {
            answer.getHeader().setRcode(question == null ? Rcode.FORMERR : Rcode.NOTIMP);
            return Optional.of(answer);
        }
        answer.addRecord(question, Section.QUESTION);
        var answered = follow(question, query, answer);
        return answered ? Optional.of(answer) : Optional.empty();
    }

    private static void copy(byte flag, Message query, Message answer) {
        if (query.getHeader().getFlag(flag)) {
            answer.getHeader().setFlag(flag);
        }
    }

    /** Goes on where aliases lead; false where a zone on the way is silent. */
    private boolean follow(Record question, Message query, Message answer) throws IOException {
        var name = text(question.getName());
        for (var step = 0; step < LONGEST_CHAIN; step++) {
            var zone = zones.of(name);
            var behaviour = zone.map(Zone::behaviour).orElse(Behaviour.NXDOMAIN);
            if (behaviour == Behaviour.SILENT) {
                return false;
            }
            if (behaviour == Behaviour.SERVER_FAILURE
                    || behaviour == Behaviour.DNSSEC_FAILURE
                            && !query.getHeader().getFlag(Flags.CD)) {
                fail(behaviour, query, answer);
                return true;
            }
            if (behaviour == Behaviour.NXDOMAIN) {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
                return true;
            }
            var found = records(name, question.getType(), zone.get());
            found.forEach(record -> answer.addRecord(record, Section.ANSWER));
            var alias = found.stream().filter(CNAMERecord.class::isInstance).findFirst();
            if (alias.isEmpty() || question.getType() == Type.CNAME) {
                end(name, zone.get(), found, answer);
                return true;
            }
            name = text(((CNAMERecord) alias.get()).getTarget());
        }
        answer.getHeader().setRcode(Rcode.SERVFAIL);
        return true;
    }

    private static void fail(Behaviour behaviour, Message query, Message answer) {
        answer.removeAllRecords(Section.ANSWER);
        answer.getHeader().setRcode(Rcode.SERVFAIL);
        if (query.getOPT() != null) {
            var why = behaviour == Behaviour.DNSSEC_FAILURE
                    ? ExtendedErrorCodeOption.DNSSEC_BOGUS
                    : ExtendedErrorCodeOption.NO_REACHABLE_AUTHORITY;
            answer.addRecord(new OPTRecord(LARGEST_UDP, 0, 0, 0, new ExtendedErrorCodeOption(why)), Section.ADDITIONAL);
        }
    }

    private void end(String name, Zone zone, List<Record> found, Message answer) throws IOException {
        if (found.isEmpty()) {
            answer.getHeader().setRcode(exists(name, zone) ? Rcode.NOERROR : Rcode.NXDOMAIN);
            answer.addRecord(startOfAuthority(zone), Section.AUTHORITY);
        }
    }

    /** Of the type asked for, or the alias that stands in its place. */
    private List<Record> records(String name, int type, Zone zone) throws IOException {
        if (zone.behaviour() == Behaviour.CNAME_CHAIN) {
            return chained(name, type);
        }
        var ttl = zone.behaviour() == Behaviour.LONG_TTL ? WEEK : -1;
        var source = zone.behaviour() == Behaviour.DOUBLED_NAME ? undoubled(name, zone) : name;
        return records(source.isEmpty() ? List.of() : sources(source, zone), name, type, ttl);
    }

    private List<Record> chained(String name, int type) throws IOException {
        if (name.startsWith(LAST_ALIAS)) {
            return records(zones.at(name.substring(LAST_ALIAS.length())), name, type, -1);
        }
        var next =
                name.startsWith(FIRST_ALIAS) ? LAST_ALIAS + name.substring(FIRST_ALIAS.length()) : FIRST_ALIAS + name;
        var origin = next.substring(FIRST_ALIAS.length());
        return zones.at(origin).isEmpty()
                ? List.of()
                : List.of(new CNAMERecord(Published.absolute(name), DClass.IN, NEGATIVE_TTL, Published.absolute(next)));
    }

    /** What was published at the name before the provider appended the zone's; empty for a name that is not doubled. */
    private static String undoubled(String name, Zone zone) {
        var end = "." + zone.name() + "." + zone.name();
        if (name.endsWith(end)) {
            return name.substring(0, name.length() - zone.name().length() - 1);
        }
        return name.contains("_") ? "" : name;
    }

    /** At the name, or at the asterisk that stands for all names that do not exist. */
    private List<Published> sources(String name, Zone zone) {
        if (zones.exists(name)) {
            return zones.at(name);
        }
        var parent = name;
        while (parent.length() > zone.name().length()) {
            parent = parent.substring(parent.indexOf('.') + 1);
            var all = zones.at("*." + parent);
            if (!all.isEmpty() || zones.exists(parent)) {
                return all;
            }
        }
        return List.of();
    }

    private static List<Record> records(List<Published> there, String name, int type, long ttl) throws IOException {
        var found = new ArrayList<Record>();
        for (var one : there) {
            if (type == Type.ANY || one.typeNumber() == type || one.typeNumber() == Type.CNAME) {
                found.add(one.as(name, ttl < 0 ? one.ttl() : ttl));
            }
        }
        return found;
    }

    private boolean exists(String name, Zone zone) {
        return name.equals(zone.name())
                || zone.behaviour() != Behaviour.DOUBLED_NAME && zones.exists(name)
                || Stream.of(FIRST_ALIAS, LAST_ALIAS).anyMatch(name::startsWith)
                || !sources(name, zone).isEmpty() && zone.behaviour() != Behaviour.DOUBLED_NAME;
    }

    private static Record startOfAuthority(Zone zone) throws IOException {
        var name = Published.absolute(zone.name());
        var server = Published.absolute("ns." + zone.name());
        var person = Published.absolute("hostmaster." + zone.name());
        return new SOARecord(
                name, DClass.IN, NEGATIVE_TTL, server, person, 2026_11_01L, 7200, 3600, 1_209_600, NEGATIVE_TTL);
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
