create table dcs_order (
    order_number varchar(32) primary key references service_order (number),
    -- the administrator that the customer named
    given_name varchar(100),
    family_name varchar(100),
    email varchar(254),
    phone varchar(40),
    language varchar(2),
    price_line varchar(100),
    -- the CA's
    organisation_id varchar(200),
    administrator_id varchar(200),
    valid_until date
);

create table dcs_domain (
    order_number varchar(32) not null references dcs_order (order_number),
    position integer not null,
    -- lower case, A-labels; *. before a wildcard
    domain varchar(255) not null,
    primary key (order_number, position)
);

-- certificates have one price, whatever their number
alter table tariff_line alter column cpus drop not null;
alter table tariff_line alter column service_package drop not null;
insert into tariff_line (code, service, valid_from, euro_per_year) values
    ('DCS-2026', 'DCS', date '2026-01-01', 850.00);
