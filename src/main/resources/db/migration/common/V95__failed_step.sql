-- partners that are not called until a moment, because somebody said so
create table partner_pause (
    partner varchar(60) primary key,
    paused_until timestamp with time zone not null,
    reason varchar(2000) not null,
    paused_by varchar(64) not null,
    paused_at timestamp with time zone not null
);

-- failures: steps that failed of one cause, decided on together
create table failure (
    number varchar(32) primary key,
    cause varchar(160) not null,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone
);
create index failure_by_cause on failure (cause, closed_at);

-- steps out of attempts, until they go on; without a failure until they are gathered
create table failed_step (
    job_id varchar(64) primary key,
    order_number varchar(32) not null,
    activity varchar(255) not null,
    partner varchar(60),
    cause varchar(160) not null,
    words varchar(1000) not null,
    failed_at timestamp with time zone not null,
    failure_number varchar(32)
);
create index failed_step_by_failure on failed_step (failure_number);
create index failed_step_by_order on failed_step (order_number);

insert into start_lock (name) values ('failures');
