create table bams_order (
    order_number varchar(32) primary key references service_order (number),
    account_manager varchar(64),
    wishes varchar(8000),
    meeting_at timestamp,
    meeting_place varchar(500),
    invitations_sent integer not null,
    minutes varchar(8000),
    appointment_at timestamp,
    adviser varchar(64),
    advice varchar(8000),
    mailboxes integer,
    cpus integer,
    service_package varchar(10),
    add_ons varchar(200),
    trial_days integer,
    price_line varchar(100),
    licence_serial varchar(64),
    appliance_id varchar(64),
    appliance_address varchar(64),
    handed_over_on date,
    cut_over_on date
);

create table bams_mail_domain (
    order_number varchar(32) not null references bams_order (order_number),
    position integer not null,
    domain varchar(253) not null,
    mail_host varchar(253) not null,
    primary key (order_number, position)
);

create table tariff_line (
    code varchar(100) primary key,
    service varchar(10) not null,
    valid_from date not null,
    cpus integer not null,
    service_package varchar(10) not null,
    euro_per_year numeric(10, 2) not null
);

insert into tariff_line (code, service, valid_from, cpus, service_package, euro_per_year) values
    ('BAMS-2026-01-base', 'BAMS', date '2026-01-01', 1, 'base', 1450.00),
    ('BAMS-2026-02-base', 'BAMS', date '2026-01-01', 2, 'base', 2600.00),
    ('BAMS-2026-04-base', 'BAMS', date '2026-01-01', 4, 'base', 4900.00),
    ('BAMS-2026-08-base', 'BAMS', date '2026-01-01', 8, 'base', 8900.00),
    ('BAMS-2026-16-base', 'BAMS', date '2026-01-01', 16, 'base', 16400.00),
    ('BAMS-2026-01-atp', 'BAMS', date '2026-01-01', 1, 'atp', 1950.00),
    ('BAMS-2026-02-atp', 'BAMS', date '2026-01-01', 2, 'atp', 3500.00),
    ('BAMS-2026-04-atp', 'BAMS', date '2026-01-01', 4, 'atp', 6600.00),
    ('BAMS-2026-08-atp', 'BAMS', date '2026-01-01', 8, 'atp', 11900.00),
    ('BAMS-2026-16-atp', 'BAMS', date '2026-01-01', 16, 'atp', 21900.00);
