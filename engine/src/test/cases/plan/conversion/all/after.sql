-- slipway: renamed: conversion public.renamed from old
create default conversion latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
comment on conversion latin is 'kept';
create conversion "Odd ""name" for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
comment on conversion "Odd ""name" is 'it''s';
create conversion renamed for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
