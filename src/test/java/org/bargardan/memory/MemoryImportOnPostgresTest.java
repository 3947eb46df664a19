package org.bargardan.memory;

import org.bargardan.OnPostgres;

@OnPostgres
class MemoryImportOnPostgresTest extends MemoryImportTest {}
