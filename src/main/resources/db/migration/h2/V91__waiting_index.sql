create index order_step_waiting on order_step (waits_until);
