-- what personal data are processed for; the words of the codes stand in the bundle privacy, lists have spaces between
create table processing_activity (
    code varchar(40) primary key,
    position integer not null unique,
    -- those whose customers are told of it
    services varchar(40) not null,
    ground varchar(40) not null,
    categories varchar(400) not null,
    -- none where the data stay with Belnet
    recipients varchar(400) not null,
    -- class of the retention run, or contacts: as long as the customer is one
    retention varchar(40) not null,
    measures varchar(400) not null
);
insert into processing_activity (code, position, services, ground, categories, recipients, retention, measures) values
    ('contacts', 1, 'BAMS DCS', 'contract', 'name email phone language role', 'none', 'contacts', 'groups encryption timeline'),
    ('imports', 2, 'BAMS DCS', 'contract', 'name email phone language role', 'none', 'imports', 'groups encryption'),
    ('orders', 3, 'BAMS DCS', 'contract', 'name email phone language words', 'none', 'orders', 'groups encryption timeline'),
    ('mails', 4, 'BAMS DCS', 'contract', 'name email words', 'mailRelay', 'orders', 'groups encryption timeline'),
    ('contracts', 5, 'BAMS DCS', 'legalObligation', 'name role signature', 'none', 'contracts', 'groups encryption hashes'),
    ('appliances', 6, 'BAMS', 'contract', 'organisation', 'fortinet', 'orders', 'groups encryption ownAccounts'),
    ('administrators', 7, 'DCS', 'contract', 'name email phone language', 'sectigo harica digicert', 'orders', 'groups encryption ownAccounts'),
    ('requests', 8, 'BAMS DCS', 'legalObligation', 'name email words identity', 'none', 'requests', 'groups encryption fourEyes'),
    ('staff', 9, '', 'legitimateInterest', 'userName acts', 'none', 'orders', 'groups encryption timeline');
