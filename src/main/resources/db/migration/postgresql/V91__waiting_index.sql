-- Of all steps ever taken only those that wait now
create index order_step_waiting on order_step (waits_until) where waits_until is not null and left_at is null;
