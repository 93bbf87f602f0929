create index task_by_create_time on act_ru_task (create_time_, id_);
