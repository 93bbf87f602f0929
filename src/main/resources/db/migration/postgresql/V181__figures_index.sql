-- Of all steps ever taken only those where orders stand now: the longest waiting first, and those of one order
create index order_step_standing on order_step (turn, entered_at) where left_at is null and waits_until is null;
create index order_step_standing_of on order_step (order_number, activity, id) where left_at is null;
-- Durations of a process's steps without reading the rows
create index order_step_by_process on order_step (process, left_at) include (activity, turn, entered_at);
