-- A list that leaves out most of the latest tasks, such as what is overdue, reads no task to know it
create index task_by_create_time on act_ru_task (create_time_, id_)
    include (due_date_, follow_up_date_, suspension_state_, tenant_id_);
