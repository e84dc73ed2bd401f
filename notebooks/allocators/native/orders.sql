-- what SQLite is asked while its mallocs are recorded
create table customer (id integer primary key, name text, town text);
create table purchase (id integer primary key, customer int, pence int, note text);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 40)
  insert into customer select i, 'name ' || (i * i), 'town ' || (i % 7) from n;
with recursive n (i) as (select 1 union all select i + 1 from n where i < 250)
  insert into purchase select i, i * 7919 % 40 + 1, i * 104729 % 9000, substr('left at the door, said the note', 1, i % 31) from n;
create index by_customer on purchase (customer);
select town, count(*), sum(pence) from customer c join purchase p on c.id = p.customer group by town order by 3 desc;
update purchase set note = note || ', and not found' where pence > 6000;
delete from purchase where pence < 1500;
select name, count(note) from customer c join purchase p on c.id = p.customer where pence > 5000 group by name order by 2 desc limit 3;
