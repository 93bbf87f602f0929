-- what somebody has typed into a task's form and not sent yet; it ends with the task, however that ends
create table task_draft (
    task_id varchar(64) primary key references act_ru_task (id_) on delete cascade,
    order_number varchar(40) not null,
    -- values by field key, as Json
    answers varchar(200000) not null,
    -- another one with each save, so that nobody overwrites what they have not seen
    edition varchar(36) not null,
    author varchar(64) not null,
    saved_at timestamp with time zone not null
);
create index task_draft_by_order on task_draft (order_number);
