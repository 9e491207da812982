delete from person where name = 'Bob';
update todo set text = 'done: ' || text, completed = true where text in ('wash', 'cook', 'read');
