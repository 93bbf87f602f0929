-- who did the latest task of a group in a phase of an order, that is in one of its processes
create table task_keeper (
    order_number varchar(255) not null,
    process varchar(60) not null,
    group_id varchar(64) not null,
    user_id varchar(64) not null,
    primary key (order_number, process, group_id)
);
