-- moves customers from one certificate authority to another, some each day
create table dcs_campaign (
    order_number varchar(32) primary key references service_order (number),
    former_authority varchar(40) not null,
    authority varchar(40) not null,
    -- the last day on which customers are started
    stop_date date not null,
    customers_a_day integer not null,
    paused boolean not null,
    -- whether migrations that are under way are abandoned with the campaign
    abandons boolean not null,
    wave_on date
);

create table dcs_campaign_customer (
    campaign varchar(32) not null references dcs_campaign (order_number),
    position integer not null,
    acronym varchar(60) not null,
    started_on date,
    -- why the customer could not be started
    trouble varchar(60),
    primary key (campaign, position),
    unique (campaign, acronym)
);

create table dcs_migration (
    order_number varchar(32) primary key references service_order (number),
    former_authority varchar(40) not null,
    -- the former authority's id; null until it is known
    former_organisation varchar(200),
    -- null when the customer is moved alone
    campaign varchar(32) references dcs_campaign (order_number)
);
create index dcs_migration_by_campaign on dcs_migration (campaign);

-- who looks through all validations of an authority, and when next; one row each
create table validation_round (
    authority varchar(40) primary key,
    next_at timestamp with time zone not null
);
