-- notices that end what customers have, a file each
create table termination (
    order_number varchar(32) primary key references service_order (number),
    -- null until it is clear what is ended
    subscription_id bigint references subscription (id),
    -- customer or belnet
    given_by varchar(10) not null,
    -- registeredLetter, electronicRegistered, mail or other
    channel varchar(30) not null,
    posted_on date,
    received_on date,
    barcode varchar(60),
    wish date,
    exception_asked boolean not null,
    -- what it is judged by, kept so that a later change of settings moves no date
    contract_reading varchar(20) not null,
    notice_months integer not null,
    first_year varchar(30) not null,
    notification_date varchar(30) not null,
    trial_days integer not null,
    saturday boolean not null,
    -- month and day, such as 11-15, with commas between
    closing_days varchar(1000) not null,
    -- what it came to by these; all null until it is judged
    phase varchar(10),
    notified_on date,
    last_day_of_notice date,
    rule_ends_on date,
    days_late integer,
    -- first day without the service: as a manager decided, as the customer was told, as somebody would have it now
    decided_ends_on date,
    ends_on date,
    asked_ends_on date,
    -- the last day on which was looked where the mail goes, and when customer and staff were told last
    looked_on date,
    told_at timestamp with time zone,
    warned_at timestamp with time zone,
    -- the days on which the end began, was done, and the appliance may go
    ending_since date,
    ended_on date,
    removal_on date
);
create index termination_by_subscription on termination (subscription_id);
create index termination_by_end on termination (ends_on);

-- who registered what is decided on: none of them decides
create table termination_registrant (
    order_number varchar(32) not null references termination (order_number),
    user_id varchar(64) not null,
    primary key (order_number, user_id)
);

-- domains that the customer had at its certificate authority on the day
create table termination_domain (
    order_number varchar(32) not null references termination (order_number),
    position integer not null,
    domain varchar(255) not null,
    primary key (order_number, position)
);
