package org.bargardan.memory;

import org.bargardan.OnPostgres;

@OnPostgres
class MemoryExportOnPostgresTest extends MemoryExportTest {}
