create table effect (
    effect_key varchar(200) primary key,
    order_number varchar(32) not null,
    partner varchar(60) not null,
    step varchar(100) not null,
    state varchar(20) not null,
    attempts integer not null,
    intended_at timestamp with time zone not null,
    first_attempt_at timestamp with time zone,
    lease_owner varchar(64),
    lease_until timestamp with time zone,
    object_id varchar(200),
    detail varchar(1000)
);
create index effect_by_order on effect (order_number, intended_at);
create index effect_by_state on effect (state, lease_until);
