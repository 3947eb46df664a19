package org.bargardan.base;

import org.bargardan.OnPostgres;

@OnPostgres
class JobsOnPostgresTest extends JobsTest {}
