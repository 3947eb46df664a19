package org.bargardan.administration;

import org.bargardan.OnPostgres;

@OnPostgres
class HousekeepingOnPostgresTest extends HousekeepingTest {}
