create conversion latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
comment on conversion latin is 'kept';
create conversion gone for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion old for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
