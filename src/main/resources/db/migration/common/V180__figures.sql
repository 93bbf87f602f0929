-- what managers look at first, counted by a round so that it costs the same however many orders there are
create table figure_standing (
    service varchar(10) not null,
    kind varchar(20) not null,
    phase varchar(20) not null,
    turn varchar(20) not null,
    orders integer not null,
    stuck integer not null,
    primary key (service, kind, phase, turn)
);

-- minutes are of opening days, 1440 each
create table figure_delivery (
    service varchar(10) not null,
    period varchar(20) not null,
    deliveries integer not null,
    median_minutes integer not null,
    ninth_minutes integer not null,
    in_time integer not null,
    primary key (service, period)
);

-- when the round has counted last; null before the first
create table figure_round (
    name varchar(20) primary key,
    counted_at timestamp with time zone
);
insert into figure_round (name) values ('figures');

-- how long each completed order took to deliver
create table order_delivery (
    order_number varchar(32) primary key references service_order (number),
    service varchar(10) not null,
    delivered_on date not null,
    opening_minutes integer not null
);
create index order_delivery_by_day on order_delivery (delivered_on, service, opening_minutes);

-- completed orders that the round has yet to measure
create table delivery_to_measure (
    order_number varchar(32) primary key references service_order (number)
);
insert into delivery_to_measure (order_number)
    select number from service_order where state = 'completed' and kind = 'order';

create index failed_step_by_moment on failed_step (failed_at, job_id);
