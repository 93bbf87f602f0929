-- what a customer says at the end of its order; the remark may name people and stands nowhere else
create table feedback (
    order_number varchar(32) primary key references service_order (number),
    useful varchar(10) not null,
    remark varchar(2000),
    answered_at timestamp with time zone not null
);
create index feedback_by_time on feedback (answered_at);
