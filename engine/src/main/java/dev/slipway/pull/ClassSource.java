package dev.slipway.pull;

import java.util.List;

/** A class of a definition, as it would be printed. */
interface ClassSource {

  /** What it defines, in words: {@code table public.users}. */
  String what();

  /** Its fields in their order. */
  List<Member> members();

  /** What a field is called. */
  String field(Member member);

  /** The statements of its constructor, without the name of what is defined. */
  List<Chain> clauses();

  /** The file that it is printed to, which knows what is imported. */
  SourceText file();
}
