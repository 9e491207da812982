package app;

import static app.Author.AUTHOR;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** Books. */
public final class Book extends TableDefinition {
  public static final Book BOOK = new Book();

  public final Column<Integer> id = serial().primaryKey();
  public final Column<Integer> author = integer().references(() -> AUTHOR.id);
  public final Column<Genre> genre = enumeration(Genre.class);
  public final Column<String> title = text();
  public final Column<String> code = text();

  private Book() {
    unique(code);
    unique(title, code).named("both");
    index(title);
    grant(SELECT).to("reader");
  }
}
