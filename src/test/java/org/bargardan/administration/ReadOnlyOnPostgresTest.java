package org.bargardan.administration;

import org.bargardan.OnPostgres;

@OnPostgres
class ReadOnlyOnPostgresTest extends ReadOnlyTest {}
