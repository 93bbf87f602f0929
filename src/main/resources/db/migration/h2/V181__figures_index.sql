create index order_step_standing on order_step (left_at, turn, entered_at);
create index order_step_standing_of on order_step (order_number, activity, left_at, id);
create index order_step_by_process on order_step (process, left_at);
