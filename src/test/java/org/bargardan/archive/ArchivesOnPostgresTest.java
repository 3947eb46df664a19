package org.bargardan.archive;

import org.bargardan.OnPostgres;

@OnPostgres
class ArchivesOnPostgresTest extends ArchivesTest {}
