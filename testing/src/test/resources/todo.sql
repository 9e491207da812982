-- Statements that are cut by the server's own rules, not at each semicolon.
CREATE TABLE todo (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL);
CREATE FUNCTION add_todo(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO todo (text) VALUES (what || ';');
END;
$$;
SELECT add_todo('first');
