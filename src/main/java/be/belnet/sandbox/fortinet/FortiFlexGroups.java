package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiFlexEntitlements.Entitlement;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Token pools by folder, and what something would cost. */
class FortiFlexGroups {

    private final FortiFlexPrograms programs;
    private final FortiFlexEntitlements entitlements;

    FortiFlexGroups(FortiFlexPrograms programs, FortiFlexEntitlements entitlements) {
        this.programs = programs;
        this.entitlements = entitlements;
    }

    record Group(int accountId, String folderPath, int availableTokens, int usedTokens) {}

    /** Points a day. */
    record Price(
            int current,
            int latest,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss") LocalDateTime latestEffectiveDate) {}

    List<Group> list(Fields request) {
        request.optionalNumber("accountId").ifPresent(programs::requireOwn);
        return entitlements.all().stream().collect(Collectors.groupingBy(Entitlement::folderPath)).values().stream()
                .map(FortiFlexGroups::group)
                .sorted(Comparator.comparing(Group::folderPath))
                .toList();
    }

    Price calculate(Fields request) {
        var program = programs.get(request.text("programSerialNumber"));
        FortiFlexConfigs.requireFortiMail(request);
        if (request.number("count") < 1) {
            throw Refusal.invalid("count");
        }
        var parameters = FortiMailProduct.complete(request.objects("parameters"));
        var points = request.number("count") * FortiMailProduct.pointsADay(parameters);
        return new Price(points, points, program.startDate());
    }

    private static Group group(List<Entitlement> folder) {
        var first = folder.get(0);
        var available =
                (int) folder.stream().filter(Entitlement::hasUnusedToken).count();
        var used = (int)
                folder.stream().filter(one -> one.tokenStatus().equals("USED")).count();
        return new Group(first.accountId(), first.folderPath(), available, used);
    }
}
