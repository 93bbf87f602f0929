package be.belnet.orderdesk.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All columns of our own tables that can hold words or files, and which of them tell of people. */
record Columns(JdbcClient jdbc) {
    private static final List<String> NOT_OURS = List.of("act_", "flyway_", "spring_session");
    private static final Set<String> OF_WORDS = Set.of(
            "character varying",
            "character",
            "text",
            "character large object",
            "binary large object",
            "binary varying",
            "bytea");

    /** Each has a part in a module that exports and erases it; {@link ErasureTest} sees that it does. */
    private static final List<String> TELLING = List.of(
            "bams_order: wishes meeting_place minutes advice",
            "certificate_domain: findings trouble mail_address",
            "contact_change: former_name former_email name email phone open_key",
            "contract: signatory_name signatory_role changes_reason",
            "correspondence: recipient_name recipient_email subject text_body html_body in_reply_to thread",
            "correspondence_attachment: content",
            "customer_contact: email_key name email phone",
            "customer_import_refusal: detail",
            "customer_merge: reason decision_reason",
            "data_request: person_name person_email details extended_because identity_note decision_reason answer_note",
            "decision: words",
            "dcs_order: given_name family_name email phone",
            "effect: detail",
            "failed_step: words",
            "feedback: remark",
            "incoming_mail: message_id sender_email sender_name subject thread words files_left remark",
            "incoming_mail_file: file_name content",
            "order_document_content: content",
            "order_event: facts",
            "order_search_term: term",
            "order_step: wait_reason",
            "partner_pause: reason",
            "policy_acceptance: accepted_by accepted_as",
            "reconciliation_difference: reason words",
            "service_order: request requester_name requester_email requester_phone ticket_reference customer_reference"
                    + " closing_reason",
            "service_change_aspect: content",
            "subscription_event: detail",
            "subscription_import_refusal: detail",
            "support_request: certificate_order answer",
            "task_draft: answers",
            "task_scan: content",
            "termination: barcode");

    /** The reason why a column tells of nobody whose data a customer's contact could ask for, and those of which it is true. */
    private static final Map<String, List<String>> TELLING_NOTHING = Map.of(
            "number of an order, contract, request or file",
            List.of(
                    "acronym_question: order_number",
                    "bams_mail_domain: order_number",
                    "bams_order: order_number",
                    "certificate_domain: order_number",
                    "contact_change: number order_number",
                    "contract: order_number number",
                    "covered_task: order_number",
                    "task_keeper: order_number",
                    "correspondence: order_number",
                    "data_access: request_number",
                    "data_request: number",
                    "dcs_campaign: order_number",
                    "dcs_campaign_customer: campaign",
                    "dcs_domain: order_number",
                    "dcs_migration: order_number campaign",
                    "dcs_order: order_number",
                    "decision: about",
                    "decision_document: file_name",
                    "delivery_to_measure: order_number",
                    "effect: order_number",
                    "erasure_kept: request_number row_key what",
                    "failed_step: order_number failure_number",
                    "failure: number",
                    "feedback: order_number",
                    "former_certificate: order_number",
                    "incoming_mail: order_number triage_number",
                    "licence_extension: order_number",
                    "order_delivery: order_number",
                    "order_document: order_number file_name",
                    "order_event: order_number",
                    "order_search_term: order_number",
                    "order_step: order_number",
                    "running_notice: order_number",
                    "service_change: order_number",
                    "service_change_aspect: order_number",
                    "reconciliation: number",
                    "reconciliation_difference: first_seen last_seen task",
                    "reconciliation_part: number",
                    "service_order: number",
                    "subscription: order_number contract_number migration_number",
                    "subscription_event: order_number",
                    "support_request: order_number",
                    "task_draft: order_number",
                    "task_scan: order_number",
                    "termination: order_number",
                    "termination_domain: order_number",
                    "termination_registrant: order_number"),
            "code, a value of a setting, or an address of a machine",
            List.of(
                    "covered_task: activity state",
                    "break_glass: address",
                    "staff_account: issuer",
                    "staff_setting: language",
                    "task_keeper: process group_id",
                    "team_round: name",
                    "bams_order: service_package add_ons price_line",
                    "certificate_domain: authority state method challenge wildcard",
                    "contact_change: language state",
                    "contract: language state copy1_defect copy2_defect returned_by",
                    "contract_policy: policy version",
                    "contract_registration: copy1_defect copy2_defect",
                    "correspondence: template recipient_role recipient_language",
                    "correspondence_attachment: content_type calendar_method",
                    "customer_contact: language roles",
                    "customer_import_refusal: file_kind field reason",
                    "customer_merge: state accepted",
                    "data_access: act",
                    "data_request: kind identity_method answer_way",
                    "dcs_campaign: former_authority authority",
                    "dcs_campaign_customer: trouble",
                    "dcs_migration: former_authority",
                    "dcs_order: language price_line authority",
                    "decision: roles kind act facts",
                    "decision_document: kind",
                    "deployed_release: release_name",
                    "effect: partner step state",
                    "erasure_kept: table_name ground",
                    "failed_step: activity partner cause",
                    "failure: cause",
                    "feedback: useful",
                    "figure_delivery: service period",
                    "figure_round: name",
                    "figure_standing: service kind phase turn",
                    "former_certificate: authority status state replaced_at",
                    "incoming_mail: state kind service language why",
                    "order_delivery: service",
                    "order_document: kind content_type",
                    "order_event: kind",
                    "order_number_series: service",
                    "order_step: process activity turn",
                    "partner_call: gate",
                    "partner_gate: name",
                    "partner_pause: partner",
                    "policy_acceptance: policy version",
                    "processing_activity: code services ground categories recipients retention measures",
                    "reconciliation: outcome",
                    "reconciliation_difference: part kind state act",
                    "reconciliation_part: part partner state words",
                    "retention_count: class",
                    "service_change: former_price_line price_line",
                    "service_change_aspect: side aspect",
                    "service_order: service kind state turn requester_language",
                    "start_lock: name",
                    "subscription: service state price_line authority",
                    "subscription_event: kind from_state to_state",
                    "subscription_import_refusal: field reason",
                    "subscription_trial_mail: kind",
                    "support_request: topic",
                    "tariff_line: code service service_package",
                    "task_scan: kind",
                    "termination: given_by channel contract_reading first_year notification_date closing_days phase",
                    "validation_round: authority"),
            "an organisation, its domains and its certificates",
            List.of(
                    "bams_mail_domain: domain mail_host",
                    "certificate_domain: acronym domain challenge_name challenge_value",
                    "customer_former_acronym: acronym_key acronym",
                    "customer_mail_domain: domain",
                    "customer_merge: from_acronym from_name into_acronym open_key",
                    "customer_organisation: acronym_key acronym legal_name type enterprise_number language street postcode"
                            + " city country",
                    "data_request: acronym",
                    "dcs_campaign_customer: acronym",
                    "dcs_domain: domain",
                    "former_certificate: acronym names",
                    "former_certificate_reading: acronym",
                    "reconciliation_difference: acronym",
                    "service_order: acronym",
                    "subscription: acronym",
                    "subscription_domain: domain",
                    "termination_domain: domain"),
            "what a partner calls a licence, a machine, an organisation, an account or a certificate",
            List.of(
                    "bams_order: licence_serial appliance_id appliance_address registration_code",
                    "dcs_migration: former_organisation",
                    "dcs_order: organisation_id administrator_id",
                    "effect: object_id",
                    "former_certificate: order_id replaced_by",
                    "reconciliation_difference: subject ours theirs",
                    "subscription: licence_serial appliance_id organisation_id"),
            "user id or name of Belnet's staff, part of the timeline of orders",
            List.of(
                    "absence: user_id substitute entered_by",
                    "bams_order: adviser",
                    "covered_task: absent substitute",
                    "sign_on: user_id",
                    "staff_account: user_id subject",
                    "staff_setting: user_id",
                    "task_keeper: user_id",
                    "contract: countersigned_by",
                    "contract_registration: registered_by",
                    "customer_import: started_by",
                    "customer_merge: proposed_by decided_by",
                    "customer_organisation: account_manager",
                    "customer_organisation: filed_account_manager",
                    "data_access: actor",
                    "decision: actor",
                    "data_request: registered_by identity_checked_by decided_by answered_by",
                    "hand_over: from_user to_user decided_by",
                    "order_event: actor",
                    "partner_pause: paused_by",
                    "service_change: determined_by",
                    "reconciliation_difference: decided_by",
                    "service_order: account_manager",
                    "subscription_event: actor",
                    "task_draft: author",
                    "task_scan: added_by",
                    "subscription_import: imported_by",
                    "termination_registrant: user_id"),
            "made by a machine: a hash, a key, a token, a file name, a node",
            List.of(
                    "certificate_domain: process_instance",
                    "contract: sha256 fingerprint",
                    "decision_document: sha256",
                    "correspondence: message_id lease_owner",
                    "covered_task: task_id",
                    "correspondence_attachment: file_name",
                    "data_request: token",
                    "effect: effect_key lease_owner",
                    "failed_step: job_id",
                    "incoming_mail: message_key",
                    "intake_box: name",
                    "order_document: sha256",
                    "order_start_request: token body_sha256",
                    "order_step: activity_instance",
                    "partner_call: id",
                    "partner_gate: holder",
                    "partner_lease: name holder",
                    "reconciliation: lease_owner",
                    "service_order: token",
                    "sign_on: id tokens",
                    "subscription: import_hash",
                    "task_draft: task_id edition",
                    "task_scan: task_id sha256"));

    /** As {@code table.column}. */
    static Set<String> telling() {
        return names(TELLING.stream());
    }

    static Set<String> tellingNothing() {
        return names(TELLING_NOTHING.values().stream().flatMap(List::stream));
    }

    Set<String> all() {
        return jdbc
                .sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where lower(table_schema) = 'public'")
                .query((row, index) -> OF_WORDS.contains(row.getString(3).toLowerCase(Locale.ROOT))
                        ? (row.getString(1) + "." + row.getString(2)).toLowerCase(Locale.ROOT)
                        : "")
                .list()
                .stream()
                .filter(name -> !name.isEmpty() && NOT_OURS.stream().noneMatch(name::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Types of columns of our own tables that hold neither words nor files. */
    Map<String, String> others() {
        Map<String, String> types = new TreeMap<>();
        jdbc.sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where lower(table_schema) = 'public'")
                .query(row -> {
                    String type = row.getString(3).toLowerCase(Locale.ROOT);
                    String table = row.getString(1).toLowerCase(Locale.ROOT);
                    if (!OF_WORDS.contains(type) && NOT_OURS.stream().noneMatch(table::startsWith)) {
                        types.put(type, table + "." + row.getString(2).toLowerCase(Locale.ROOT));
                    }
                });
        return types;
    }

    private static Set<String> names(Stream<String> lines) {
        return lines.flatMap(Columns::names).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(String line) {
        String[] parts = line.split(": ");
        return Arrays.stream(parts[1].split(" ")).map(column -> parts[0] + "." + column);
    }
}
