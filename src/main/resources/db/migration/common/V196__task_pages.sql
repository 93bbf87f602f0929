-- A page of a list of tasks is read in the order of one of these; the engine has an index of the time of creation alone
create index task_by_due_date on act_ru_task (due_date_);
create index task_by_follow_up_date on act_ru_task (follow_up_date_);
