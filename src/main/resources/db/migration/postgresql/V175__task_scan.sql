-- a scan that goes into the order file when its task is completed; it ends with the task, however that ends
create table task_scan (
    task_id varchar(64) primary key references act_ru_task (id_) on delete cascade,
    order_number varchar(40) not null,
    kind varchar(40) not null,
    content bytea not null,
    sha256 varchar(64) not null,
    page_count integer not null,
    added_by varchar(64) not null,
    added_at timestamp with time zone not null
);
create index task_scan_by_order on task_scan (order_number);
