package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiFlexPrograms.Program;
import be.belnet.sandbox.page.WorldSection;
import java.util.List;

/** The program and its points on the page. */
class ProgramSection implements WorldSection {

    private final FortiFlexPrograms programs;
    private final FortiFlexEntitlements entitlements;

    ProgramSection(FortiFlexPrograms programs, FortiFlexEntitlements entitlements) {
        this.programs = programs;
        this.entitlements = entitlements;
    }

    @Override
    public String title() {
        return "FortiFlex program";
    }

    @Override
    public int position() {
        return 150;
    }

    @Override
    public List<String> columns() {
        return List.of("Program", "Account", "From", "Until", "Points left");
    }

    @Override
    public List<List<String>> rows() {
        return programs.list().stream().map(this::row).toList();
    }

    private List<String> row(Program program) {
        return List.of(
                program.serialNumber(),
                String.valueOf(program.accountId()),
                program.startDate().toLocalDate().toString(),
                program.endDate().toLocalDate().toString(),
                String.valueOf(entitlements.pointsLeft(program.serialNumber())));
    }
}
