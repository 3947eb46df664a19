package org.bargardan.account;

import org.bargardan.OnPostgres;

@OnPostgres
class ProfilesOnPostgresTest extends ProfilesTest {}
