package org.bargardan.importing;

import org.bargardan.OnPostgres;

@OnPostgres
class NewerVersionsOnPostgresTest extends NewerVersionsTest {}
