-- Whether somebody's group may see a task is asked for each task that a list passes over; the answer is in the index
create index candidate_groups_of_tasks on act_ru_identitylink (task_id_, group_id_) where type_ = 'candidate';
