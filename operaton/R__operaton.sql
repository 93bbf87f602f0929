-- a database of Orderdesk on Camunda goes on: the engine's administrators have another group, and sessions hold objects of the former engine
insert into act_id_group (id_, rev_, name_, type_)
select 'operaton-admin', 1, name_, type_ from act_id_group where id_ = 'camunda-admin';
update act_id_membership set group_id_ = 'operaton-admin' where group_id_ = 'camunda-admin';
update act_ru_authorization set group_id_ = 'operaton-admin' where group_id_ = 'camunda-admin';
update act_ru_authorization set resource_id_ = 'operaton-admin' where resource_id_ = 'camunda-admin';
delete from act_id_group where id_ = 'camunda-admin';
delete from spring_session;
